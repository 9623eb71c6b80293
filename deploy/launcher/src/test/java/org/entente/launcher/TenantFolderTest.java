package org.entente.launcher;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TenantFolderTest {
    @TempDir Path tenants;
    private TenantFolder tenant = new TenantFolder(Path.of("."));

    @BeforeEach
    void write() throws IOException {
        put("_template/tenant.yaml", "tenant: x");
        put("packs/xrm/pack.yaml", "pack: xrm");
        put("north/tenant.yaml", "tenant: north\ntitle: {fr: Nord}\npacks: [xrm]\n");
        put("north/model/order.yaml", "entity: order");
        put("north/roles/agent.yaml", "role: agent");
        put("north/users.yaml", "users:\n  - {username: north-agent, roles: [agent]}\n");
        put("north/README.md", "words");
        put(
                "north/data/20-order.yaml",
                """
                entity: order
                records:
                  - {number: A1, placed: 2026-05-01, gross: "12.50", share: 0.1, open: true, note: null}
                  - {number: A2, buyer: {by: {email: a@b.example}}}
                """);
        put("north/data/10-person.yaml", "entity: person\nrecords: [{last_name: Durand}]\n");
        tenant = new TenantFolder(tenants.resolve("north"));
    }

    private void put(String name, String content) throws IOException {
        var file = tenants.resolve(name);
        Files.createDirectories(tenants.resolve(name).resolveSibling("."));
        Files.writeString(file, content);
    }

    @Test
    void templatesAndPacksAreNoTenants() throws IOException {
        assertEquals(
                List.of("north"),
                TenantFolder.all(tenants).stream().map(TenantFolder::name).toList());
    }

    @Test
    void eachFileOfRecordsIsOneAtomicBatchInTheOrderOfNames() throws IOException {
        var batches = tenant.batches();

        assertEquals(
                List.of("person", "order"),
                batches.stream().map(TenantFolder.Batch::entity).toList());
        assertEquals(
                "{\"atomic\":true,\"operations\":["
                        + "{\"op\":\"create\",\"values\":{\"number\":\"A1\",\"placed\":\"2026-05-01\",\"gross\":\"12.50\","
                        + "\"share\":0.1,\"open\":true,\"note\":null}},"
                        + "{\"op\":\"create\",\"values\":{\"number\":\"A2\",\"buyer\":{\"by\":{\"email\":\"a@b.example\"}}}}]}",
                batches.get(1).body().toString());
    }

    @Test
    void theZipHoldsTheModelAndNothingElse() throws IOException {
        var names = new ArrayList<String>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(tenant.zip()))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                names.add(entry.getName());
            }
        }

        assertEquals(List.of("tenant.yaml", "model/order.yaml", "roles/agent.yaml"), names);
        assertArrayEquals(tenant.zip(), tenant.zip());
    }

    @Test
    void aPackThatChangesMakesItsTenantsChange() throws IOException {
        var before = tenant.fingerprint();
        put("packs/xrm/model/person.yaml", "entity: person");
        var packed = tenant.fingerprint();
        put("north/data/10-person.yaml", "entity: person\nrecords: []\n");

        assertNotEquals(before, packed);
        assertNotEquals(packed, tenant.fingerprint());
    }

    @Test
    void aFileThatIsNoListOfRecordsIsNamed() throws IOException {
        put("north/data/10-person.yaml", "entity: person\nrecords: {a: 1}\n");
        var failure = assertThrows(LaunchFailure.class, tenant::batches);
        assertEquals(
                tenants.resolve("north/data/10-person.yaml")
                        + " holds no list where one is expected.",
                failure.getMessage());

        put("north/data/10-person.yaml", "records: [}");
        assertThrows(LaunchFailure.class, tenant::batches);
    }
}
