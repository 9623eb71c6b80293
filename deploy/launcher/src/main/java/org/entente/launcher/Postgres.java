package org.entente.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/** PostgreSQL with its data in the house. */
final class Postgres implements Part {
    static final String SUPERUSER = "postgres";
    private static final Duration ORPHANS_LEAVE = Duration.ofSeconds(10);

    private final House house;
    private final Path programs;
    private final Secrets secrets;
    private final String version;
    private final String fingerprint;

    Postgres(House house, Programs programs, Secrets secrets, Versions versions)
            throws IOException {
        this.house = house;
        this.programs = programs.postgres();
        this.secrets = secrets;
        this.version = versions.postgresql();
        this.fingerprint =
                new Fingerprint()
                        .text(version)
                        .text(String.valueOf(house.ports()))
                        .tree(house.root(), "deploy/postgres/postgresql.conf")
                        .value();
    }

    @Override
    public String name() {
        return "postgres";
    }

    @Override
    public String title() {
        return "PostgreSQL " + version;
    }

    @Override
    public int port() {
        return house.ports().postgres();
    }

    @Override
    public Path log() {
        return house.log(name());
    }

    private Path folder() {
        return house.folder().resolve("postgres");
    }

    private Path data() {
        return folder().resolve("data");
    }

    @Override
    public List<String> mark() {
        return List.of("-D", data().toString());
    }

    @Override
    public List<String> configuration() {
        return List.of("-c", "entente.configuration=" + fingerprint);
    }

    @Override
    public Process start(Children children) throws IOException {
        var user = Unprivileged.here();
        Files.createDirectories(folder());
        Files.setPosixFilePermissions(folder(), PosixFilePermissions.fromString("rwx--x--x"));
        if (!Files.isDirectory(data())) {
            create(children, user);
        }
        clearAway();
        var settings = folder().resolve("postgresql.conf");
        Files.copy(
                house.root().resolve("deploy/postgres/postgresql.conf"),
                settings,
                StandardCopyOption.REPLACE_EXISTING);
        user.own(folder());
        var words = new ArrayList<>(user.prefix());
        words.add(programs.resolve("bin/postgres").toString());
        words.addAll(mark());
        words.addAll(configuration());
        words.addAll(List.of("-c", "config_file=" + settings, "-p", String.valueOf(port())));
        return children.service(this, new Service(words, Map.of(), folder(), log()));
    }

    /**
     * Makes the cluster beside its final place, so that an interruption leaves nothing half made.
     */
    private void create(Children children, Unprivileged user) throws IOException {
        var fresh = folder().resolve("fresh");
        var password = folder().resolve("password");
        Trees.delete(fresh);
        Files.createDirectories(fresh);
        Files.writeString(password, secrets.get(Secrets.SUPERUSER));
        Files.setPosixFilePermissions(password, PosixFilePermissions.fromString("rw-------"));
        user.own(folder());
        var words = new ArrayList<>(user.prefix());
        words.addAll(List.of(programs.resolve("bin/initdb").toString(), "-D", fresh.toString()));
        words.addAll(
                List.of("--username=" + SUPERUSER, "--pwfile=" + password, "--auth=scram-sha-256"));
        words.addAll(
                List.of(
                        "--encoding=UTF8",
                        "--no-locale",
                        "--locale-provider=builtin",
                        "--builtin-locale=C.UTF-8"));
        var log = house.log("postgres-create");
        var builder =
                new ProcessBuilder(words).redirectErrorStream(true).redirectOutput(log.toFile());
        var status = Commands.run(children, builder);
        Files.delete(password);
        if (status != 0) {
            throw new LaunchFailure(
                    "PostgreSQL's data folder cannot be made.\n" + LogTail.of(log, 20));
        }
        Files.move(fresh, data());
    }

    /**
     * Removes what a killed server left. Its backends end by themselves; while one lives, its lock
     * file must stay, for two servers on one data folder would destroy it.
     */
    private void clearAway() throws IOException {
        if (process().isPresent()) {
            return;
        }
        if (!Pause.until(ORPHANS_LEAVE, () -> Marks.workingIn(data()).isEmpty())) {
            Marks.workingIn(data()).forEach(orphan -> Signals.send("KILL", orphan));
            Pause.until(ORPHANS_LEAVE, () -> Marks.workingIn(data()).isEmpty());
        }
        if (Marks.seesFolders() && Marks.workingIn(data()).isEmpty()) {
            Files.deleteIfExists(data().resolve("postmaster.pid"));
        }
    }

    Connection connect(String database) throws SQLException {
        var properties = new Properties();
        properties.setProperty("user", SUPERUSER);
        properties.setProperty("password", secrets.get(Secrets.SUPERUSER));
        properties.setProperty("connectTimeout", "3");
        properties.setProperty("socketTimeout", "30");
        properties.setProperty("ApplicationName", "entente-launcher");
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + port() + "/" + database, properties);
    }

    @Override
    public boolean healthy() {
        try (var connection = connect(SUPERUSER)) {
            return connection.isValid(3);
        } catch (SQLException e) {
            return false;
        }
    }

    @Override
    public Optional<String> trouble() {
        return Optional.empty();
    }

    @Override
    public List<Farewell> farewells() {
        return List.of(
                new Farewell("INT", Duration.ofSeconds(30)),
                new Farewell("QUIT", Duration.ofSeconds(10)),
                new Farewell("KILL", Duration.ofSeconds(5)));
    }
}
