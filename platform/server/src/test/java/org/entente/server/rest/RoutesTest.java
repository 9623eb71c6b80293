package org.entente.server.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.ws.rs.GET;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.entente.server.body.JsonText;
import org.entente.server.openapi.OpenApi;
import org.entente.server.openapi.RouteReader;
import org.entente.server.openapi.RouteReader.Declared;
import org.junit.jupiter.api.Test;

class RoutesTest {

    private static final Pattern REFERENCE = Pattern.compile("#/components/(\\w+)/(\\w+)");

    @Test
    void everyRouteIsDeclared() {
        assertEquals(List.of(), RouteReader.undeclared(TenantApi.RESOURCES));
        assertEquals(List.of(), RouteReader.undeclared(PlatformApi.RESOURCES));
    }

    @Test
    void aRouteWithoutADeclarationIsFound() {
        assertEquals(1, RouteReader.undeclared(Set.of(Forgotten.class)).size());
    }

    @Test
    void everyOperationHasAnIdOfItsOwn() {
        var ids = new HashSet<String>();
        all().forEach(declared -> assertTrue(ids.add(declared.route().id()), declared.path()));
        assertTrue(ids.size() > 12, ids.toString());
    }

    @Test
    void pathsCarryNoConstraints() {
        var paths = new TreeSet<String>();
        all().forEach(declared -> paths.add(declared.path()));
        assertTrue(paths.contains("/data/{entity}/{id}"), paths.toString());
        assertTrue(paths.contains("/data/{entity}/by/{field}/{value}"), paths.toString());
        assertTrue(paths.contains("/meta/changesets/{id}/apply"), paths.toString());
        assertTrue(paths.contains("/platform/tenants"), paths.toString());
        assertFalse(paths.toString().contains("tenant}"), paths.toString());
    }

    @Test
    void everyReferenceOfTheDocumentResolves() {
        var document = new OpenApi(all().toList()).document("/t/x/api/v1", new EverythingScope());
        var text =
                new String(new JsonText().write(document), java.nio.charset.StandardCharsets.UTF_8);
        var components = tree(document, "components");
        var found = REFERENCE.matcher(text).results().toList();
        assertFalse(found.isEmpty());
        for (var reference : found) {
            var group = tree(components, reference.group(1));
            assertTrue(group.containsKey(reference.group(2)), reference.group());
        }
    }

    @Test
    void theDocumentListsParametersAndStatuses() {
        var document = new OpenApi(all().toList()).document("/t/x/api/v1", new EverythingScope());
        var record = tree(tree(document, "paths"), "/data/{entity}/{id}");
        var update = tree(record, "patch");
        assertEquals(
                Set.of(
                        "200", "400", "401", "403", "404", "405", "406", "409", "412", "413", "415",
                        "422", "428", "500", "503"),
                tree(update, "responses").keySet());
        var parameters = String.valueOf(update.get("parameters"));
        assertTrue(parameters.contains("name=If-Match"), parameters);
        assertTrue(parameters.contains("name=dry_run"), parameters);
        assertTrue(parameters.contains("enum=[person]"), parameters);
    }

    @Test
    void theTwoFormsOfAChangeSetAreOneOperation() {
        var document = new OpenApi(all().toList()).document("/t/x/api/v1", new EverythingScope());
        var create = tree(tree(tree(document, "paths"), "/meta/changesets"), "post");
        assertEquals(
                Set.of("application/json", "application/zip"),
                tree(tree(create, "requestBody"), "content").keySet());
    }

    private static Stream<Declared> all() {
        return Stream.concat(
                RouteReader.read(TenantApi.RESOURCES).stream(),
                RouteReader.read(PlatformApi.RESOURCES).stream());
    }

    @SuppressWarnings("unchecked")
    private static java.util.Map<String, Object> tree(
            java.util.Map<String, Object> parent, String name) {
        return (java.util.Map<String, Object>) parent.getOrDefault(name, java.util.Map.of());
    }

    /** A resource as somebody in a hurry would write it. */
    private static final class Forgotten {
        @GET
        @SuppressWarnings("unused")
        String secrets() {
            return "";
        }
    }
}
