package org.entente.server.outside;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

/** Tenants come to be, and their members may do what their roles say. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init")
class TenantsIT {

    private final House house = House.running();
    private FreshTenant tenant;

    @BeforeAll
    void make() {
        tenant = house.freshTenant("tenants", "xrm");
    }

    private static Map<String, Object> request(String name) {
        return Map.of(
                "name",
                name,
                "title",
                "Any",
                "packs",
                List.of("xrm"),
                "admin",
                Map.of("email", "admin@" + name + ".example"));
    }

    @Test
    void makesATenantThatIsUsableWhenItIsAnswered() {
        var name = "quick-" + House.unique();
        var begun = System.nanoTime();
        var made = house.operator().post("/tenants", request(name)).expect(201);
        var took = System.nanoTime() - begun;
        System.out.println("A tenant was made in " + took / 1_000_000 + " ms");
        assertEquals(name, made.at("/name").asString());
        assertEquals("active", made.at("/state").asString());
        var admin = house.visitor("admin@" + name + ".example").in(name);
        var me = admin.get("/me").expect(200);
        assertEquals("admin@" + name + ".example", me.at("/user/email").asString());
        assertEquals(List.of("administrator"), texts(me.at("/roles")));
        admin.create("organization", Map.of("name", "First"));
    }

    private static List<String> texts(JsonNode list) {
        return list.valueStream().map(JsonNode::asString).toList();
    }

    @Test
    void listsItForOperators() {
        var names =
                house.operator()
                        .get("/tenants")
                        .expect(200)
                        .at("/data")
                        .valueStream()
                        .map(t -> t.path("name").asString())
                        .toList();
        assertTrue(names.contains(tenant.name()));
    }

    @Test
    void refusesATakenNameAndLeavesTheTenantAlone() {
        house.operator()
                .post("/tenants", request(tenant.name()))
                .refused(409, "name_taken", "/name");
        var other =
                Map.of(
                        "name",
                        tenant.name(),
                        "title",
                        "Other",
                        "packs",
                        List.of(),
                        "admin",
                        Map.of("email", "thief@example.org"));
        house.operator().post("/tenants", other).refused(409, "name_taken", "/name");
        tenant.admin().get("/me").expect(200);
        tenant.admin().get("/data/organization").expect(200);
        var people = tenant.admin().get("/data/user").expect(200).text();
        assertFalse(people.contains("thief"));
    }

    @Test
    void refusesNamesThatAddressesNeedAndNamesThatAreNone() {
        for (var name :
                List.of("api", "login", "logout", "health", "platform", "admin", "www", "assets")) {
            house.operator().post("/tenants", request(name)).refused(422, "reserved_name", "/name");
        }
        for (var name :
                List.of(
                        "a",
                        "Big",
                        "1st",
                        "under_score",
                        "-dash",
                        "sp ace",
                        "\u00e9t\u00e9",
                        "a".repeat(32),
                        "a/b",
                        "..")) {
            house.operator().post("/tenants", request(name)).refused(422, "invalid_name", "/name");
        }
    }

    @Test
    void refusesPacksThatAreNotThereAndRequestsThatMakeNoSense() {
        var name = "never-" + House.unique();
        var pack =
                Map.of(
                        "name",
                        name,
                        "packs",
                        List.of("nothing"),
                        "admin",
                        Map.of("email", "a@b.example"));
        assertEquals(
                "unknown_pack",
                house.operator().post("/tenants", pack).expect(422).at("/code").asString());
        house.operator()
                .post("/tenants", Map.of("name", name))
                .refused(422, "required", "/admin/email");
        var email = Map.of("name", name, "admin", Map.of("email", "nobody"));
        house.operator().post("/tenants", email).refused(422, "invalid_value", "/admin/email");
        house.operator()
                .post(
                        "/tenants",
                        Map.of(
                                "name",
                                name,
                                "colour",
                                "red",
                                "admin",
                                Map.of("email", "a@b.example")))
                .refused(400, "unknown_parameter", "/colour");
        var names = house.operator().get("/tenants").expect(200).text();
        assertFalse(names.contains(name), "nothing of it was begun");
    }

    @Test
    void letsOnlyOperatorsMakeTenants() {
        var name = "stolen-" + House.unique();
        var answer =
                house.visitor(tenant.administrator())
                        .at("/api/v1/platform")
                        .post("/tenants", request(name));
        answer.refused(404, "not_found");
        house.stranger().at("/api/v1/platform").post("/tenants", request(name)).expect(401);
    }

    @Test
    void letsAReaderReadAndNothingElse() {
        var company = tenant.admin().create("organization", Map.of("name", "Readable"));
        var reader = tenant.member("reader");
        var path = "/data/organization/" + company;
        assertEquals("Readable", reader.get(path).expect(200).at("/values/name").asString());
        reader.post("/data/organization", Map.of("values", Map.of("name", "No")))
                .refused(403, "forbidden");
        reader.patch(path, 1, Map.of("values", Map.of("name", "No"))).refused(403, "forbidden");
        reader.put(
                        "/data/organization/by/registration_number/1",
                        Map.of("values", Map.of("name", "No")))
                .refused(403, "forbidden");
        reader.delete(path, 1).refused(403, "forbidden");
        var batch = List.of(Map.of("op", "delete", "id", company));
        reader.post("/data/organization/batch", Map.of("operations", batch))
                .refused(403, "forbidden");
        reader.post("/meta/changesets", Things.edits().body()).refused(403, "forbidden");
        reader.post(
                        "/users",
                        Map.of(
                                "email",
                                "x@y.example",
                                "name",
                                "X",
                                "roles",
                                List.of("administrator")))
                .refused(403, "forbidden");
        assertEquals(1, tenant.admin().get(path).at("/version").asInt());
    }

    @Test
    void letsAnAgentWriteWhatItsGrantsSay() {
        var agent = tenant.member("agent");
        var company = agent.create("organization", Map.of("name", "By an agent"));
        agent.patch(
                        "/data/organization/" + company,
                        1,
                        Map.of("values", Map.of("industry", "Trade")))
                .expect(200);
        agent.delete("/data/organization/" + company, 2).refused(403, "forbidden");
        agent.post("/data/product", Map.of("values", Map.of("name", "No")))
                .refused(403, "forbidden");
        var task = agent.create("task", Map.of("subject", "Call back"));
        agent.delete("/data/task/" + task, 1).expect(204);
    }

    /** What may not be read does not exist, wherever it is asked for. */
    @Test
    void hidesFromAPartnerWhatItMayNotRead() {
        var company = tenant.admin().create("organization", Map.of("name", "Hidden"));
        tenant.admin().create("product", Map.of("name", "Open to all"));
        var partner = tenant.member("partner");
        assertTrue(partner.get("/data/product").expect(200).at("/data").size() >= 1);
        for (var pair : pairs(company)) {
            var hidden = partner.send(pair.getFirst());
            var absent = partner.send(pair.getLast());
            hidden.refused(404, "not_found");
            assertEquals(absent.imprint(), hidden.imprint());
        }
        partner.get("/data/product?fields=supplier").refused(400, "unknown_field", "/fields");
        var model = partner.get("/meta/model").expect(200);
        assertFalse(
                model.text().contains("organization"), "the model speaks of what may not be read");
        assertFalse(partner.get("/openapi.json").expect(200).text().contains("organization"));
    }

    private static List<List<Call>> pairs(String company) {
        var hidden = calls("organization", company);
        var absent = calls("nothing", company);
        return IntStream.range(0, hidden.size())
                .mapToObj(i -> List.of(hidden.get(i), absent.get(i)))
                .toList();
    }

    private static List<Call> calls(String entity, String id) {
        var records = "/data/" + entity;
        var values = Map.of("values", Map.of("name", "Hidden"));
        return List.of(
                Call.of("GET", records),
                Call.of("GET", records + "/" + id),
                Call.of("DELETE", records + "/" + id).header("If-Match", "*"),
                Call.of("POST", records).json(values),
                Call.of("PUT", records + "/by/registration_number/1").json(values),
                Call.of("GET", "/meta/entities/" + entity));
    }

    @Test
    void addsAMemberWhoMayComeInAtOnce() {
        var agent = tenant.member("agent");
        var me = agent.get("/me").expect(200);
        assertEquals(List.of("agent"), texts(me.at("/roles")));
        assertEquals(tenant.name(), me.at("/tenant/name").asString());
    }

    @Test
    void refusesARoleThatIsNotThere() {
        tenant.admin()
                .post(
                        "/users",
                        Map.of("email", "x@y.example", "name", "X", "roles", List.of("emperor")))
                .refused(422, "unknown_option", "/roles");
    }

    @Test
    void tellsSomebodyOfTwoTenantsAboutBoth() {
        var other = house.freshTenant("tenants", "xrm");
        var user = tenant.addUser("agent");
        other.admin()
                .post(
                        "/users",
                        Map.of(
                                "username",
                                user,
                                "email",
                                user + "@" + tenant.name() + ".example",
                                "name",
                                "Both",
                                "roles",
                                List.of("reader")))
                .expect(201);
        for (var one : List.of(tenant, other)) {
            var me = one.as(user).get("/me").expect(200);
            var names =
                    me.at("/tenants").valueStream().map(t -> t.path("name").asString()).toList();
            assertEquals(new TreeSet<>(List.of(tenant.name(), other.name())), new TreeSet<>(names));
        }
        assertEquals(List.of("agent"), texts(tenant.as(user).get("/me").at("/roles")));
        assertEquals(List.of("reader"), texts(other.as(user).get("/me").at("/roles")));
        var own = house.visitor(user).get("/api/v1/me").expect(200);
        assertEquals(2, own.at("/tenants").size());
        assertFalse(own.at("/operator").asBoolean(true));
    }

    /** Whoever adds somebody that others know already learns nothing and takes nothing over. */
    @Test
    void leavesThePasswordOfAPersonAlone() {
        var other = house.freshTenant("tenants", "xrm");
        var user = tenant.addUser("agent");
        var email = user + "@" + tenant.name() + ".example";
        var person = Map.of("email", email, "name", "Known", "roles", List.of("reader"));
        other.admin().post("/users", person).expect(201);
        assertEquals(email, other.as(user).get("/me").expect(200).at("/user/email").asString());
        assertEquals("Test " + user, tenant.as(user).get("/me").at("/user/name").asString());
    }

    /** A role or a suspension is felt within five seconds. */
    @Test
    void shutsOutWhomTheAdministratorSuspends() throws InterruptedException {
        var user = tenant.addUser("agent");
        var id = tenant.as(user).get("/me").expect(200).at("/user/id").asString();
        var suspension = Map.of("values", Map.of("status", "suspended"));
        var call = Call.of("PATCH", "/data/user/" + id).header("If-Match", "*").json(suspension);
        tenant.admin().send(call).expect(200);
        Thread.sleep(5_500);
        tenant.as(user).get("/me").refused(404, "not_found");
    }

    @Test
    void startsWithNothingButItsUsers() {
        var fresh = house.freshTenant("empty").admin();
        var entities =
                new TreeSet<>(fresh.get("/meta/model").expect(200).at("/entities").propertyNames());
        assertEquals(new TreeSet<>(List.of("team", "user", "user_role")), entities);
        fresh.get("/data/organization").refused(404, "not_found");
        assertEquals(1, fresh.count("user"));
    }
}
