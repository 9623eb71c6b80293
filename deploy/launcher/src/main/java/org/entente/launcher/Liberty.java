package org.entente.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Open Liberty with the application. */
final class Liberty implements Part {
    /**
     * An application that did not start, a server that found no place to listen, broken
     * configuration.
     */
    private static final Pattern FATAL =
            Pattern.compile("(CWWKZ0002E|CWWKZ0004E|CWWKZ0013E|CWWKO0221E|CWWKG0014E)");

    private final House house;
    private final Path programs;
    private final Secrets secrets;
    private final String version;
    private final Path war;
    private final Web web;
    private final String fingerprint;

    Liberty(House house, Programs programs, Settings settings, Web web) throws IOException {
        this.house = house;
        this.programs = programs.liberty();
        this.secrets = settings.secrets();
        this.version = settings.versions().liberty();
        this.war = settings.war();
        this.web = web;
        var all =
                new Fingerprint()
                        .text(version)
                        .text(Tools.java().toString())
                        .text(String.valueOf(house.ports()))
                        .tree(house.root(), "deploy/liberty")
                        .file(war);
        if (house.name().equals(House.BENCH)) {
            all.tree(house.root(), "deploy/bench/liberty")
                    .tree(house.root(), Bench.REFERENCE.toString());
        }
        this.fingerprint = all.value();
    }

    /** What a server needs to know besides its house. */
    record Settings(Secrets secrets, Versions versions, Path war) {}

    @Override
    public String name() {
        return "liberty";
    }

    @Override
    public String title() {
        return "Open Liberty " + version;
    }

    @Override
    public int port() {
        return house.ports().http();
    }

    @Override
    public Path log() {
        return house.log(name());
    }

    private Path folder() {
        return house.folder().resolve("liberty");
    }

    private Path messages() {
        return house.logs().resolve("liberty/messages.log");
    }

    /** Tests look for their server among all that run, by this name. */
    static String server(House house) {
        return "entente-" + house.name();
    }

    private Path server() {
        return folder().resolve("usr/servers").resolve(server(house));
    }

    @Override
    public List<String> mark() {
        return List.of("-Dentente.part=" + folder());
    }

    @Override
    public List<String> configuration() {
        return List.of("-Dentente.configuration=" + fingerprint);
    }

    @Override
    public Process start(Children children) throws IOException {
        furnish();
        var words = new ArrayList<String>();
        words.add(Tools.java().toString());
        words.addAll(mark());
        words.addAll(configuration());
        words.add("-javaagent:" + programs.resolve("bin/tools/ws-javaagent.jar"));
        words.addAll(List.of("-Djava.awt.headless=true", "-Djdk.attach.allowAttachSelf=true"));
        words.addAll(options(programs.resolve("lib/platform/java/java24.options")));
        words.addAll(options(server().resolve("jvm.options")));
        words.addAll(
                List.of(
                        "-jar",
                        programs.resolve("bin/tools/ws-server.jar").toString(),
                        server(house)));
        return children.service(this, new Service(words, environment(), folder(), log()));
    }

    /** The lines of an options file: each is one word, as Liberty's own script reads them. */
    static List<String> options(Path file) throws IOException {
        return Files.readAllLines(file).stream()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .toList();
    }

    private void furnish() throws IOException {
        var source = house.root().resolve("deploy/liberty");
        Files.createDirectories(server());
        for (var file : List.of("server.xml", "bootstrap.properties", "jvm.options")) {
            copy(source.resolve(file), server().resolve(file));
        }
        Trees.delete(server().resolve("configDropins"));
        if (house.name().equals(House.TEST)) {
            copy(
                    source.resolve("tests.xml"),
                    server().resolve("configDropins/overrides/tests.xml"));
        }
        // Left over from a test that was cut off, it would be deployed again.
        Trees.delete(server().resolve("dropins"));
        Trees.delete(server().resolve("lib"));
        copy(driver(), server().resolve("lib/postgresql.jar"));
        if (Files.exists(messages())) {
            Files.move(
                    messages(),
                    messages().resolveSibling("messages.previous.log"),
                    StandardCopyOption.REPLACE_EXISTING);
        }
        Trees.delete(server().resolve("apps"));
        copy(war, server().resolve("apps/entente.war"));
        if (house.name().equals(House.BENCH)) {
            Bench.furnish(house, server());
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to.getParent());
        Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING);
    }

    /** The driver that the launcher itself runs with. */
    private static Path driver() throws IOException {
        try {
            var driver = DriverManager.getDriver("jdbc:postgresql:any").getClass();
            return Path.of(driver.getProtectionDomain().getCodeSource().getLocation().getPath());
        } catch (SQLException e) {
            throw new IOException("The launcher was packaged without the PostgreSQL driver.", e);
        }
    }

    /** What the server reads; also the environment of tests that start one of their own. */
    Map<String, String> environment() {
        var all = new TreeMap<String, String>();
        all.put("WLP_USER_DIR", folder().resolve("usr").toString());
        all.put("WLP_OUTPUT_DIR", folder().resolve("output").toString());
        all.put("LOG_DIR", house.logs().resolve("liberty").toString());
        all.put("ENTENTE_HTTP_HOST", "127.0.0.1");
        all.put("ENTENTE_HTTP_PORT", String.valueOf(port()));
        all.put("ENTENTE_PUBLIC_URL", house.url());
        all.put("ENTENTE_KEYCLOAK_URL", house.keycloakUrl());
        all.put("ENTENTE_DB_HOST", "localhost");
        all.put("ENTENTE_DB_PORT", String.valueOf(house.ports().postgres()));
        all.put("ENTENTE_DB_NAME", Databases.NAME);
        all.put("ENTENTE_EMBEDDED", "true");
        all.put("ENTENTE_FILES", house.folder().resolve("files").toString());
        for (var secret :
                List.of(
                        Secrets.OWNER,
                        Secrets.APP,
                        Secrets.WEB_CLIENT,
                        Secrets.ADMIN_CLIENT,
                        Secrets.CURSOR_KEY,
                        Secrets.KEYSTORE)) {
            all.put(secret, secrets.get(secret));
        }
        return all;
    }

    @Override
    public boolean healthy() {
        return web.ready(house.url() + "/health/ready");
    }

    @Override
    public Optional<String> trouble() {
        try (var lines = Files.lines(messages())) {
            return lines.filter(line -> FATAL.matcher(line).find())
                    .findFirst()
                    .map(line -> LogTail.of(messages(), 15));
        } catch (IOException | java.io.UncheckedIOException e) {
            return Optional.empty();
        }
    }

    @Override
    public List<Farewell> farewells() {
        return List.of(
                new Farewell("TERM", Duration.ofSeconds(20)),
                new Farewell("KILL", Duration.ofSeconds(5)));
    }
}
