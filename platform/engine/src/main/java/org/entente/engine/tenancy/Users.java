package org.entente.engine.tenancy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.entente.engine.access.Rights;
import org.entente.engine.access.SystemUser;
import org.entente.engine.model.Models;
import org.entente.engine.query.PageRequest;
import org.entente.engine.query.RecordQueries;
import org.entente.engine.query.RecordView;
import org.entente.engine.record.RecordCommands;
import org.entente.engine.record.RecordOperation;
import org.entente.engine.record.Written;
import org.entente.engine.request.Arguments;
import org.entente.engine.tenancy.Directory.Person;
import org.entente.metadata.definition.ModelDescription;
import org.entente.metadata.model.Role.Operation;
import org.entente.spi.Caller;
import org.entente.spi.Outcome;
import org.entente.spi.ProblemCode;
import org.entente.spi.Tenant;
import org.jspecify.annotations.Nullable;

/**
 * Use cases: who is a member of a tenant. A member is a person of the directory, a user record in
 * the tenant with its roles, and a line in the catalog that joins the two.
 */
public final class Users {

    private static final String ADMINISTRATOR = "administrator";

    private final Models models;
    private final RecordQueries queries;
    private final RecordCommands commands;
    private final Directory directory;
    private final TenantCatalog catalog;
    private final FirstPasswords passwords;

    public Users(
            Models models, RecordQueries queries, RecordCommands commands, Membership membership) {
        this.models = models;
        this.queries = queries;
        this.commands = commands;
        this.directory = membership.directory();
        this.catalog = membership.catalog();
        this.passwords = membership.passwords();
    }

    /** Where members stand, and what password a new one starts with. */
    public record Membership(
            Directory directory, TenantCatalog catalog, FirstPasswords passwords) {}

    /** What password a new person starts with; empty where people are invited instead. */
    public interface FirstPasswords {
        Optional<String> of(Person person);
    }

    /**
     * Adds a member from {@code {username, email, name, roles}}; adding one again adds roles. The
     * user name counts only where new people start with a password, as in the embedded default;
     * elsewhere it is the e-mail, for whether a user name is taken would tell of other tenants.
     */
    public Outcome<RecordView> add(Caller caller, @Nullable Object json) {
        var arguments = Arguments.of(json, "").only("username", "email", "name", "roles");
        var email = arguments.requiredText("email");
        var username = arguments.text("username").orElse(email);
        var name = arguments.requiredText("name");
        var roles = arguments.texts("roles").orElse(List.of());
        if (!email.contains("@")) {
            arguments.problem(ProblemCode.INVALID_VALUE, "/email", Map.of("expected", "email"));
        }
        var model = models.of(caller.tenant());
        for (var role : roles) {
            if (!model.roles().containsKey(role)) {
                arguments.problem(
                        ProblemCode.UNKNOWN_OPTION,
                        "/roles",
                        Map.of("value", role, "options", List.copyOf(model.roles().keySet())));
            }
        }
        return Rights.of(caller, model)
                .onTenant(Operation.USERS)
                .then(rights -> arguments.outcome(() -> person(username, email, name)))
                .then(person -> ensure(caller.tenant(), person, roles, caller.at()))
                .then(id -> queries.get(caller, "user", id, Optional.empty()));
    }

    private Person person(String username, String email, String name) {
        var named = new Person(username, email, name);
        return passwords.of(named).isPresent() ? named : new Person(email, email, name);
    }

    /** Makes the first administrator of a tenant. */
    Outcome<UUID> ensureAdministrator(Tenant tenant, String email, Instant at) {
        return ensure(tenant, new Person(email, email, email), List.of(ADMINISTRATOR), at);
    }

    private Outcome<UUID> ensure(Tenant tenant, Person person, List<String> roles, Instant at) {
        var system = SystemUser.caller(tenant, at);
        var subject = directory.ensureMember(tenant, person, passwords.of(person));
        return user(system, person)
                .then(id -> addRoles(system, id, roles).map(done -> id))
                .map(id -> {
                    catalog.addMember(tenant.id(), subject, id);
                    return id;
                });
    }

    private Outcome<UUID> user(Caller system, Person person) {
        var values = new LinkedHashMap<String, @Nullable Object>();
        values.put("name", person.name());
        values.put("username", person.username());
        var upsert = new RecordOperation.Upsert("email", person.email(), values);
        return commands.together(system, "user", List.of(upsert))
                .then(results -> results.getFirst())
                .map(Written::id);
    }

    private Outcome<List<Outcome<Written>>> addRoles(Caller system, UUID user, List<String> roles) {
        return rolesOf(system, user)
                .then(held -> {
                    var operations = new ArrayList<RecordOperation>();
                    for (var role : roles) {
                        if (!held.contains(role)) {
                            operations.add(
                                    new RecordOperation.Create(
                                            Map.of("user", user.toString(), "role", role)));
                        }
                    }
                    return commands.together(system, "user_role", operations);
                });
    }

    /** The roles that a user of the tenant holds. */
    Outcome<List<String>> rolesOf(Caller system, UUID user) {
        var request =
                new PageRequest(
                        "user_role",
                        Optional.of("user == params.user"),
                        Map.of("user", user.toString()),
                        Optional.of(List.of("role")),
                        List.of(),
                        PageRequest.MOST,
                        Optional.empty(),
                        org.entente.engine.query.PlannedQuery.Total.NONE);
        return queries.page(system, request)
                .map(page ->
                        page.data().stream()
                                .map(record -> String.valueOf(record.values().get("role")))
                                .toList());
    }

    /** What a caller may know of itself and of where else it is a member. */
    public Map<String, Object> me(Caller caller, String subject) {
        var user = new LinkedHashMap<String, Object>();
        user.put("id", caller.user().id().toString());
        user.put("name", caller.user().name());
        user.put("email", caller.user().email());
        var me = new LinkedHashMap<String, Object>();
        me.put("user", user);
        me.put("roles", caller.roles().stream().sorted().toList());
        me.put("tenant", described(caller));
        me.put("tenants", tenants(subject));
        return me;
    }

    private Map<String, Object> described(Caller caller) {
        var title = models.of(caller.tenant()).settings().title().in(caller.language());
        return Map.of("name", caller.tenant().name(), "title", title);
    }

    /** The tenants of a person, by name; each with its title in all the languages it has. */
    public List<Map<String, Object>> tenants(String subject) {
        return catalog.tenantsOf(subject).stream()
                .map(entry -> Map.of("name", entry.tenant().name(), "title", title(entry)))
                .toList();
    }

    /** One that is still being made has no model yet. */
    private Object title(TenantEntry entry) {
        return entry.state() == TenantEntry.State.ACTIVE
                ? ModelDescription.text(models.of(entry.tenant()).settings().title())
                : entry.title();
    }
}
