package org.entente.server.gate;

/** Who sends a request. */
public sealed interface Asker {

    /** Nobody that we know. */
    record Nobody() implements Asker {}

    /** Somebody who showed a token that is not good; never to be taken for nobody. */
    record Impostor() implements Asker {}

    /**
     * Somebody whom the identity provider vouches for.
     *
     * @param subject the provider's stable name of the person
     * @param operator whether the person runs the platform
     * @param byCookie whether a browser may have sent the proof of itself
     */
    record Known(String subject, String name, boolean operator, boolean byCookie)
            implements Asker {}
}
