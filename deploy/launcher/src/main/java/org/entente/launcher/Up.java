package org.entente.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;

/** Starts a house, or mends it. */
final class Up {
    private final Household household;
    private final House house;
    private final Steps steps;
    private final Options options;

    /**
     * How to start.
     *
     * @param war a ready-made archive, or empty to build it from the sources
     * @param demo which demo tenants
     */
    record Options(Optional<Path> war, Demo demo) {}

    Up(Household household, Options options) {
        this.household = household;
        this.house = household.house();
        this.steps = household.steps();
        this.options = options;
    }

    void run() throws IOException {
        steps.say("Entente: house \"" + house.name() + "\" in " + house.folder());
        try (var _ = household.lock()) {
            remember();
            var postgres = household.postgres();
            var keycloak = household.keycloak();
            for (var part : List.of(postgres, keycloak, household.liberty(archive()))) {
                Starter.requireFree(part);
            }
            household.installer().unpack(steps);
            start(postgres, keycloak);
            seed();
            fill();
        }
        greet();
    }

    private void remember() throws IOException {
        var port = house.ports().http();
        var state = State.read(house.folder()).orElse(State.fresh(port));
        state.withPort(port).write(house.folder());
    }

    private Path archive() {
        return options.war().orElse(household.application().war());
    }

    private void start(Postgres postgres, Keycloak keycloak) {
        var starter = new Starter(household.children(), steps);
        var together = new Together();
        var built =
                together.after(
                        List.of(),
                        () -> {
                            if (options.war().isEmpty()) {
                                household.application().build(steps);
                            }
                        });
        var stored =
                together.after(
                        List.of(),
                        () -> {
                            if (starter.bring(postgres)) {
                                // Its pool would hand out connections to the server that is gone.
                                keycloak.stop();
                            }
                            new Databases(postgres, household.secrets()).ensure();
                        });
        var prepared = together.after(List.of(), () -> household.installer().buildKeycloak(steps));
        together.after(
                List.of(stored, prepared),
                () -> {
                    starter.bring(keycloak);
                    household.realm().settle(household.secrets());
                });
        together.after(List.of(built, stored), () -> starter.bring(household.liberty(archive())));
        together.join();
    }

    private void seed() throws IOException {
        for (var tenant : demo()) {
            var fingerprint = tenant.fingerprint();
            var state = State.read(house.folder()).orElse(State.fresh(house.ports().http()));
            if (!fingerprint.equals(state.seeded().get(tenant.name()))) {
                var seeding = new Seeding(house, household.web(), household.realm());
                steps.run("tenant " + tenant.name() + " set up", () -> seeding.seed(tenant));
                state.withSeeded(tenant.name(), fingerprint).write(house.folder());
            }
        }
    }

    private void fill() throws IOException {
        if (options.demo() != Demo.FULL) {
            return;
        }
        var filling = new Filling(house, household.web(), household.realm(), steps);
        var lacking = new ArrayList<String>();
        for (var tenant : demo()) {
            if (filling.lacks(tenant.name())) {
                lacking.add(tenant.name());
            }
        }
        if (!lacking.isEmpty()) {
            steps.run("demo records loaded", () -> filling.fill(lacking));
        }
    }

    private List<TenantFolder> demo() throws IOException {
        var tenants = house.root().resolve("tenants");
        return options.demo() != Demo.NONE && Files.isDirectory(tenants)
                ? TenantFolder.all(tenants)
                : List.of();
    }

    private void greet() throws IOException {
        var logins = new LinkedHashSet<String>();
        logins.add(Realm.OPERATOR);
        for (var tenant : demo()) {
            tenant.users().forEach(user -> logins.add(user.path("username").asString()));
        }
        steps.say(
                """

                Entente is ready after %s.

                  Entente      %s/
                  Keycloak     %s/
                  PostgreSQL   localhost:%d, database %s

                  Sign in as   %s   (the password is the name)
                  Token        ./entente token %s
                  Stop         ./entente down
                """
                        .formatted(
                                steps.elapsed(),
                                house.url(),
                                house.keycloakUrl(),
                                house.ports().postgres(),
                                Databases.NAME,
                                String.join(", ", logins),
                                logins.getLast())
                        .stripTrailing());
    }
}
