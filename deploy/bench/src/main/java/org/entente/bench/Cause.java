package org.entente.bench;

import java.util.List;
import java.util.Optional;

/** What a stretch of the server's time was spent on, told by the names of classes. */
enum Cause {
    HTTP(
            "HTTP and servlets",
            "com.ibm.ws.webcontainer",
            "com.ibm.ws.http",
            "com.ibm.wsspi.http",
            "com.ibm.wsspi.webcontainer",
            "com.ibm.ws.channelfw",
            "com.ibm.ws.tcpchannel",
            "com.ibm.ws.bytebuffer",
            "com.ibm.wsspi.bytebuffer",
            "com.ibm.ws.managedobject",
            "com.ibm.ws.threading",
            "io.openliberty.http",
            "io.openliberty.webcontainer"),
    IDENTITY(
            "finding out who asks",
            "com.ibm.ws.security",
            "com.ibm.websphere.security",
            "io.openliberty.security",
            "org.jose4j",
            "org.apache.http",
            "org.entente.server.gate",
            "org.entente.engine.tenancy",
            "org.entente.engine.access"),
    REST("REST (RESTEasy)", "org.jboss.resteasy", "jakarta.ws.rs", "io.openliberty.restfulWS"),
    INJECTION("injection (Weld)", "org.jboss.weld"),
    POOL(
            "pool and transactions",
            "com.ibm.ws.rsadapter",
            "com.ibm.ejs.j2c",
            "com.ibm.ws.j2c",
            "com.ibm.ws.jca",
            "com.ibm.ws.jdbc",
            "com.ibm.tx",
            "com.ibm.ws.tx",
            "com.ibm.ws.Transaction",
            "com.ibm.ws.transaction",
            "com.ibm.ws.LocalTransaction",
            "com.ibm.ws.uow"),
    JPA("JPA (EclipseLink)", "org.eclipse.persistence", "com.ibm.ws.jpa"),
    SQL("making SQL (jOOQ)", "org.jooq"),
    DRIVER("PostgreSQL driver", "org.postgresql"),
    JSON("JSON (Jackson)", "tools.jackson", "com.fasterxml.jackson"),
    EXPRESSIONS("reading expressions", "dev.cel", "org.antlr", "com.google"),
    ENGINE("our engine", "org.entente.engine", "org.entente.metadata", "org.entente.spi"),
    STORE("our store", "org.entente.store"),
    SERVER("our server", "org.entente.server", "org.entente.identity"),
    LIBERTY("the rest of Liberty", "com.ibm", "io.openliberty", "org.eclipse", "org.osgi"),
    REST_OF_ALL("everything else");

    private final String title;

    @SuppressWarnings("ImmutableEnumChecker") // made by List.of
    private final List<String> packages;

    Cause(String title, String... packages) {
        this.title = title;
        this.packages = List.of(packages);
    }

    String title() {
        return title;
    }

    /** The cause of the innermost frame that has one; what the JDK does, it does for its caller. */
    static Cause of(List<String> classes) {
        return classes.stream()
                .flatMap(name -> named(name).stream())
                .findFirst()
                .orElse(REST_OF_ALL);
    }

    private static Optional<Cause> named(String name) {
        for (var cause : values()) {
            if (cause.packages.stream().anyMatch(name::startsWith)) {
                return Optional.of(cause);
            }
        }
        return Optional.empty();
    }
}
