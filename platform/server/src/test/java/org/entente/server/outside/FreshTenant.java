package org.entente.server.outside;

import java.util.List;
import java.util.Map;

/**
 * A tenant that one test made for itself.
 *
 * @param administrator the e-mail of its first user
 */
record FreshTenant(House house, String name, String administrator) {

    /** Its administrator, inside it. */
    Visitor admin() {
        return house.visitor(administrator).in(name);
    }

    /** Anybody, at its door. */
    Visitor as(String user) {
        return house.visitor(user).in(name);
    }

    /** A new user of it with this role, inside it. */
    Visitor member(String role) {
        return as(addUser(role));
    }

    /** A new user's name, which is the password too. */
    String addUser(String role) {
        var user = role + "-" + House.unique();
        admin().post(
                        "/users",
                        Map.of(
                                "username",
                                user,
                                "email",
                                user + "@" + name + ".example",
                                "name",
                                "Test " + user,
                                "roles",
                                List.of(role)))
                .expect(201);
        return user;
    }
}
