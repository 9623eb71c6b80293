package org.entente.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Keycloak with its database in the house; its program folder is shared and only read. */
final class Keycloak implements Part {
    static final String REALM = "entente";
    static final String BOOTSTRAP_CLIENT = "entente-launcher";

    private final House house;
    private final Path programs;
    private final Secrets secrets;
    private final String version;
    private final Web web;

    Keycloak(House house, Programs programs, Secrets secrets, Versions versions, Web web) {
        this.house = house;
        this.programs = programs.keycloak();
        this.secrets = secrets;
        this.version = versions.keycloak();
        this.web = web;
    }

    static List<String> buildOptions() {
        return List.of(
                "--db=postgres", "--health-enabled=true", "--http-management-health-enabled=false");
    }

    static String buildFingerprint() {
        return new Fingerprint().text(String.join(" ", buildOptions())).value().substring(0, 6);
    }

    /** What kc.sh would run, without the shell that stays as its parent. */
    static List<String> java(Path programs, Path home) {
        var words = new ArrayList<String>();
        words.add(Tools.java().toString());
        words.addAll(
                List.of(
                        "-Xms64m",
                        "-Xmx512m",
                        "-XX:MetaspaceSize=96M",
                        "-XX:MaxMetaspaceSize=256m"));
        words.addAll(
                List.of(
                        "-XX:+UseSerialGC",
                        "-XX:+ExitOnOutOfMemoryError",
                        "-Dfile.encoding=UTF-8"));
        words.addAll(List.of("-Duser.language=en", "-Duser.country=US", "-Dstdout.encoding=UTF-8"));
        for (var opened :
                List.of("java.util", "java.util.concurrent", "java.security", "java.lang")) {
            words.add("--add-opens=java.base/" + opened + "=ALL-UNNAMED");
        }
        words.add("--enable-native-access=ALL-UNNAMED");
        words.add("--sun-misc-unsafe-memory-access=allow");
        words.add("-Dkc.home.dir=" + home);
        words.add("-Djboss.server.config.dir=" + home.resolve("conf"));
        words.add("-Djava.util.logging.manager=org.jboss.logmanager.LogManager");
        words.add("-Dpicocli.disable.closures=true");
        words.add("-Dquarkus-log-max-startup-records=10000");
        words.add(
                "-Djava.util.concurrent.ForkJoinPool.common.threadFactory="
                        + "io.quarkus.bootstrap.forkjoin.QuarkusForkJoinWorkerThreadFactory");
        words.addAll(List.of("-cp", programs.resolve("lib/quarkus-run.jar").toString()));
        words.add("io.quarkus.bootstrap.runner.QuarkusEntryPoint");
        return words;
    }

    @Override
    public String name() {
        return "keycloak";
    }

    @Override
    public String title() {
        return "Keycloak " + version;
    }

    @Override
    public int port() {
        return house.ports().keycloak();
    }

    @Override
    public Path log() {
        return house.log(name());
    }

    private Path home() {
        return house.folder().resolve("keycloak");
    }

    @Override
    public List<String> mark() {
        return List.of("-Dentente.part=" + home());
    }

    @Override
    public List<String> configuration() {
        var all =
                new Fingerprint()
                        .text(version)
                        .text(Tools.java().toString())
                        .text(String.join(" ", options()));
        return List.of("-Dentente.configuration=" + all.value());
    }

    private List<String> options() {
        return List.of(
                "start",
                "--optimized",
                "--import-realm",
                // One node: its caches stay inside, and it listens on no cluster port.
                "--cache=local",
                "--hostname=" + house.keycloakUrl(),
                "--http-enabled=true",
                "--http-host=127.0.0.1",
                "--http-port=" + port(),
                "--db-url-host=127.0.0.1",
                "--db-url-port=" + house.ports().postgres(),
                "--db-url-database=keycloak",
                "--db-username=keycloak",
                "--db-pool-initial-size=2",
                "--db-pool-max-size=20");
    }

    @Override
    public Process start(Children children) throws IOException {
        furnish();
        var words = java(programs, home());
        words.addAll(1, mark());
        words.addAll(2, configuration());
        words.addAll(options());
        return children.service(this, new Service(words, environment(), home(), log()));
    }

    /**
     * A home of its own, for Keycloak writes its temporary files and reads its realm file there.
     */
    private void furnish() throws IOException {
        var realms = Files.createDirectories(home().resolve("data/import"));
        Files.copy(
                house.root().resolve("deploy/keycloak/entente-realm.json"),
                realms.resolve("entente-realm.json"),
                StandardCopyOption.REPLACE_EXISTING);
        for (var shared : List.of("lib", "conf", "providers", "themes")) {
            var link = home().resolve(shared);
            Files.deleteIfExists(link);
            Files.createSymbolicLink(link, programs.resolve(shared));
        }
    }

    private Map<String, String> environment() {
        return Map.of(
                Secrets.KEYCLOAK_DATABASE,
                secrets.get(Secrets.KEYCLOAK_DATABASE),
                "KC_BOOTSTRAP_ADMIN_CLIENT_ID",
                BOOTSTRAP_CLIENT,
                Secrets.KEYCLOAK_BOOTSTRAP,
                secrets.get(Secrets.KEYCLOAK_BOOTSTRAP),
                Secrets.WEB_CLIENT,
                secrets.get(Secrets.WEB_CLIENT),
                Secrets.ADMIN_CLIENT,
                secrets.get(Secrets.ADMIN_CLIENT),
                "ENTENTE_PUBLIC_URL",
                house.url(),
                "ENTENTE_EMBEDDED",
                "true",
                // Tests sign in wrongly on purpose, and quickly.
                "ENTENTE_BRUTE_FORCE_PROTECTION",
                "false");
    }

    @Override
    public boolean healthy() {
        // In this order: Keycloak logs every time its health is asked for too early.
        return web.ready(
                        house.keycloakUrl()
                                + "/realms/"
                                + REALM
                                + "/.well-known/openid-configuration")
                && web.ready(house.keycloakUrl() + "/health/ready");
    }

    @Override
    public Optional<String> trouble() {
        return Optional.empty();
    }

    @Override
    public List<Farewell> farewells() {
        return List.of(
                new Farewell("TERM", Duration.ofSeconds(20)),
                new Farewell("KILL", Duration.ofSeconds(5)));
    }
}
