package org.entente.metadata.definition;

/** The definitions that every tenant has: users, their roles, teams, the administrator. */
@SuppressWarnings("DoNotCallSuggester")
public final class PlatformLayer {

    private PlatformLayer() {}

    /** Read from the class path; the same every time. */
    public static Layer layer() {
        throw new UnsupportedOperationException();
    }
}
