package org.entente.server.outside;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;

/**
 * Brings the Northwind files into a tenant of its own, as any client could: through the HTTP API
 * alone.
 *
 * <p>Nothing is lost on the way. A phone number or web address that the platform does not take
 * stays in {@code phone_as_given} or {@code homepage_as_given}, where every one of them is kept as
 * it came; the refused ones are counted. Only the employees' pictures are left behind, for there is
 * no field that holds an image yet.
 */
public final class NorthwindProgram {

    private static final int AT_ONCE = 1_000;
    private static final List<String> MAY_BE_REFUSED = List.of("phone", "website");

    private final House house;
    private final NorthwindFiles files;
    private final Map<String, Duration> times = new LinkedHashMap<>();
    private final Map<String, Integer> refused = new LinkedHashMap<>();

    NorthwindProgram(House house, NorthwindFiles files) {
        this.house = house;
        this.files = files;
    }

    /**
     * What came of it.
     *
     * @param refused how many values of a field the platform did not take
     */
    record Loaded(FreshTenant tenant, Map<String, Integer> refused, Map<String, Duration> times) {}

    /** Takes the address of a house and the folder of the files, and prints a report. */
    public static void main(String... arguments) {
        var url = arguments.length > 0 ? arguments[0] : "http://localhost:9080";
        var folder = arguments.length > 1 ? Path.of(arguments[1]) : NorthwindFiles.usualFolder();
        var keycloak = System.getProperty("entente.keycloak", "http://localhost:9081");
        var program = new NorthwindProgram(House.at(url, keycloak), new NorthwindFiles(folder));
        System.out.println(NorthwindReport.of(program.load()));
    }

    /** Makes the tenant and loads every file. */
    Loaded load() {
        var tenant = timed("tenant", () -> house.freshTenant("northwind", "xrm"));
        var admin = tenant.admin();
        timed("model", () -> NorthwindModel.edits().apply(admin));
        organizations(admin, "customers", NorthwindRecords::customer, role("customer", "Customer"));
        organizations(admin, "suppliers", NorthwindRecords::supplier, role("supplier", "Supplier"));
        organizations(admin, "shippers", NorthwindRecords::shipper, role("partner", "Shipper"));
        employees(admin);
        file(admin, "categories", "category", NorthwindRecords::category);
        file(admin, "products", "product", NorthwindRecords::product);
        file(admin, "orders", "order", NorthwindRecords::order);
        file(admin, "order-details", "order_line", NorthwindRecords::line);
        return new Loaded(tenant, refused, times);
    }

    private static Map<String, Object> role(String role, String title) {
        return Map.of("role", role, "title", title);
    }

    private void organizations(
            Visitor admin,
            String file,
            Function<NorthwindRow, Map<String, Object>> values,
            Map<String, Object> role) {
        var ids = file(admin, file, "organization", values);
        timed(file + "' roles", () -> roles(admin, "organization", ids, role));
    }

    private void employees(Visitor admin) {
        var ids = file(admin, "employees", "person", NorthwindRecords::employee);
        timed("employees' roles", () -> roles(admin, "person", ids, role("employee", "Employee")));
        var upserts =
                files.rows("employees").stream()
                        .map(row ->
                                Map.of(
                                        "op", "upsert",
                                        "by", Map.of("legacy_code", row.known("EmployeeID")),
                                        "values", NorthwindRecords.manager(row)))
                        .toList();
        timed("managers", () -> batch(admin, "person", upserts).expect(200));
    }

    private List<String> roles(
            Visitor admin, String entity, List<String> ids, Map<String, Object> role) {
        return create(
                admin, "party_role", ids.stream().map(id -> withParty(role, entity, id)).toList());
    }

    private static Map<String, Object> withParty(
            Map<String, Object> role, String entity, String id) {
        var values = new LinkedHashMap<String, Object>(role);
        values.put("party", Map.of("entity", entity, "id", id));
        return values;
    }

    private List<String> file(
            Visitor admin,
            String file,
            String entity,
            Function<NorthwindRow, Map<String, Object>> values) {
        return timed(
                file, () -> create(admin, entity, files.rows(file).stream().map(values).toList()));
    }

    /** Writes records in as few calls as may be, and answers their ids in order. */
    private List<String> create(Visitor admin, String entity, List<Map<String, Object>> records) {
        var ids = new ArrayList<String>();
        for (var start = 0; start < records.size(); start += AT_ONCE) {
            var end = Math.min(records.size(), start + AT_ONCE);
            ids.addAll(createTogether(admin, entity, records.subList(start, end)));
        }
        return ids;
    }

    private List<String> createTogether(
            Visitor admin, String entity, List<Map<String, Object>> records) {
        var answer = batch(admin, entity, creations(records));
        if (answer.status() == 422) {
            answer.errors().forEach(error -> withdraw(error, records));
            answer = batch(admin, entity, creations(records));
        }
        return answer.expect(200)
                .json()
                .path("results")
                .valueStream()
                .map(result -> result.path("id").asString())
                .toList();
    }

    private static List<Map<String, Object>> creations(List<Map<String, Object>> records) {
        return records.stream()
                .<Map<String, Object>>map(values -> Map.of("op", "create", "values", values))
                .toList();
    }

    private static Answer batch(Visitor admin, String entity, List<?> operations) {
        return admin.post("/data/" + entity + "/batch", Map.of("operations", operations));
    }

    /** Takes a value back that the platform refused; its original stays beside it. */
    private void withdraw(JsonNode error, List<Map<String, Object>> records) {
        var place = List.of(error.path("pointer").asString().split("/", -1));
        var field = place.size() == 5 ? place.get(4) : "";
        if (!MAY_BE_REFUSED.contains(field)) {
            throw new AssertionError("refused: " + error);
        }
        records.get(Integer.parseInt(place.get(2))).remove(field);
        refused.merge(field, 1, Integer::sum);
    }

    private <T> T timed(String step, Supplier<T> work) {
        var begun = System.nanoTime();
        var done = work.get();
        times.put(step, Duration.ofNanos(System.nanoTime() - begun));
        return done;
    }
}
