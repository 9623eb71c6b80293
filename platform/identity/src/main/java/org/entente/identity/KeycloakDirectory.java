package org.entente.identity;

import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.entente.engine.tenancy.Directory;
import org.entente.identity.Exchange.Answer;
import org.entente.spi.EntenteException;
import org.entente.spi.Problem;
import org.entente.spi.ProblemCode;
import org.entente.spi.Tenant;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * People and organizations in one realm of a Keycloak, over its administration's REST interface. An
 * organization is found by the tenant's id, which it carries as an attribute, so that it survives a
 * renaming.
 */
public final class KeycloakDirectory implements Directory {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration PROBE = Duration.ofSeconds(2);
    private static final String TENANT = "tenant";

    private final KeycloakAddress address;
    private final Exchange exchange = new Exchange();
    private final AccessTokens tokens;
    private final JsonMapper json = JsonMapper.shared();

    public KeycloakDirectory(KeycloakAddress address, Clock clock) {
        this.address = address;
        this.tokens = new AccessTokens(address, exchange, clock);
    }

    @Override
    public void ensureOrganization(Tenant tenant, String title) {
        if (organization(tenant).isEmpty()) {
            make(tenant, title);
        }
    }

    @Override
    public String ensureMember(Tenant tenant, Person person, Optional<String> initialPassword) {
        var organization =
                organization(tenant)
                        .orElseThrow(
                                () -> new IllegalStateException("an organization comes first"));
        var subject = find(person).orElseGet(() -> make(person, initialPassword));
        var joined = post("/organizations/" + organization + "/members", subject);
        if (joined.status() != 409) {
            joined.orThrow("a member");
        }
        return subject;
    }

    /** Whether the realm answers; for readiness. */
    public boolean reachable() {
        try {
            return exchange.send(HttpRequest.newBuilder(address.discovery()).timeout(PROBE).build())
                    .done();
        } catch (EntenteException away) {
            return false;
        }
    }

    private Optional<String> organization(Tenant tenant) {
        var query = encode(TENANT + ":" + tenant.id());
        var found = get("/organizations?q=" + query).orThrow("a search for an organization");
        return first(found.body());
    }

    private void make(Tenant tenant, String title) {
        var made = make(tenant, title, tenant.name());
        if (made.status() == 409) {
            // A tenant of another time had this name; only the attribute counts.
            made = make(tenant, title, tenant.name() + "-" + tenant.number());
        }
        made.orThrow("an organization");
    }

    private Answer make(Tenant tenant, String title, String name) {
        var body =
                Map.of(
                        "name", name,
                        "alias", name,
                        "description", title,
                        "enabled", true,
                        "attributes", Map.of(TENANT, List.of(tenant.id().toString())));
        return post("/organizations", body);
    }

    private Optional<String> find(Person person) {
        var query = "/users?exact=true&email=" + encode(email(person));
        return first(get(query).orThrow("a search for a person").body());
    }

    private String make(Person person, Optional<String> initialPassword) {
        var credentials =
                initialPassword.map(KeycloakDirectory::password).map(List::of).orElse(List.of());
        var body =
                Map.of(
                        "username", person.username().toLowerCase(Locale.ROOT),
                        "email", email(person),
                        "firstName", firstName(person.name()),
                        "lastName", lastName(person.name()),
                        "enabled", true,
                        "emailVerified", true,
                        "credentials", credentials);
        var made = post("/users", body);
        if (made.status() == 409) {
            return find(person).orElseThrow(KeycloakDirectory::usernameTaken);
        }
        return made.orThrow("a person").madeId();
    }

    private static Map<String, Object> password(String text) {
        return Map.of("type", "password", "value", text, "temporary", false);
    }

    private static EntenteException usernameTaken() {
        var details = Map.<String, Object>of("field", "username");
        return new EntenteException(Problem.of(ProblemCode.NOT_UNIQUE, "/username", details));
    }

    private static String email(Person person) {
        return person.email().toLowerCase(Locale.ROOT);
    }

    private static String firstName(String name) {
        var space = name.lastIndexOf(' ');
        return space < 0 ? "" : name.substring(0, space);
    }

    private static String lastName(String name) {
        return name.substring(name.lastIndexOf(' ') + 1);
    }

    private static Optional<String> first(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(node -> node.path("id").asString(""))
                .filter(id -> !id.isEmpty())
                .findFirst();
    }

    private Answer get(String path) {
        return ask(HttpRequest.newBuilder(address.admin(path)).GET());
    }

    private Answer post(String path, Object body) {
        return ask(
                HttpRequest.newBuilder(address.admin(path))
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(json.writeValueAsString(body))));
    }

    /** Asks with a token, and once more with a new one: Keycloak may have been restarted. */
    private Answer ask(HttpRequest.Builder request) {
        var token = tokens.current();
        var answer =
                exchange.send(request.copy().headers(headers(token)).timeout(PATIENCE).build());
        if (answer.status() != 401) {
            return answer;
        }
        tokens.forget(token);
        return exchange.send(request.headers(headers(tokens.current())).timeout(PATIENCE).build());
    }

    private static String[] headers(String token) {
        return new String[] {"Authorization", "Bearer " + token, "Accept", "application/json"};
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
