package org.entente.launcher;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** A house with all that belongs to it. */
final class Household {
    private final House house;
    private final Children children;
    private final Steps steps;
    private final Versions versions;
    private final Secrets secrets;
    private final Installer installer;
    private final Web web = new Web();

    Household(House house, Children children, Steps steps) throws IOException {
        this.house = house;
        this.children = children;
        this.steps = steps;
        house.furnish();
        this.versions = Versions.read();
        this.secrets = Secrets.of(house.secrets());
        this.installer = new Installer(house, versions, children);
    }

    House house() {
        return house;
    }

    Children children() {
        return children;
    }

    Steps steps() {
        return steps;
    }

    Secrets secrets() {
        return secrets;
    }

    Installer installer() {
        return installer;
    }

    Web web() {
        return web;
    }

    Realm realm() {
        return new Realm(house, web);
    }

    Application application() {
        return new Application(house, children);
    }

    Postgres postgres() throws IOException {
        return new Postgres(house, installer.programs(), secrets, versions);
    }

    Keycloak keycloak() {
        return new Keycloak(house, installer.programs(), secrets, versions, web);
    }

    Liberty liberty(Path war) throws IOException {
        return new Liberty(
                house, installer.programs(), new Liberty.Settings(secrets, versions, war), web);
    }

    /** All parts, in the order in which they end. */
    List<Part> parts() throws IOException {
        return List.of(liberty(application().war()), keycloak(), postgres());
    }

    Lock lock() throws IOException {
        return Lock.hold(house.shelter().resolve(house.name() + ".lock"), steps);
    }
}
