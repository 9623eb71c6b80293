package org.entente.server.outside;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.reducing;
import static org.entente.server.outside.NorthwindReport.count;
import static org.entente.server.outside.NorthwindReport.sum;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

/** Real input: the Northwind files, loaded and asked for through the API alone. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init")
class NorthwindIT {

    private final NorthwindFiles files = new NorthwindFiles(NorthwindFiles.usualFolder());
    private NorthwindProgram.Loaded loaded;
    private NorthwindReport report;
    private Visitor admin;

    @BeforeAll
    void load() {
        var reason =
                "NOT TESTED: no Northwind files in "
                        + NorthwindFiles.usualFolder()
                        + "; -Dentente.shared=<folder> names the folder that has data/northwind";
        if (!files.present()) {
            System.out.println(reason);
        }
        assumeTrue(files.present(), reason);
        loaded = new NorthwindProgram(House.running(), files).load();
        admin = loaded.tenant().admin();
        report = new NorthwindReport(admin);
        System.out.println(NorthwindReport.of(loaded));
    }

    @Test
    void holdsEveryRecordOfEveryFile() {
        assertEquals(91 + 29 + 6, admin.count("organization"));
        assertEquals(91, report.counted("party_role", "role == \"customer\""));
        assertEquals(29, report.counted("party_role", "role == \"supplier\""));
        assertEquals(
                6, report.counted("party_role", "role == \"partner\" && title == \"Shipper\""));
        assertEquals(9, report.counted("party_role", "role == \"employee\""));
        assertEquals(9, admin.count("person"));
        assertEquals(8, admin.count("category"));
        assertEquals(77, admin.count("product"));
        assertEquals(830, admin.count("order"));
        assertEquals(2_155, admin.count("order_line"));
    }

    @Test
    void answersTheFiguresOfTheFiles() {
        var sales = report.sales();
        assertEquals("1354458.59", sales.path("gross").asString());
        assertEquals("1265793.0395", sales.path("net").asString());
        assertEquals(
                new BigDecimal("1265793.04"),
                new BigDecimal(sales.path("net").asString()).setScale(2, RoundingMode.HALF_UP));
        assertEquals(2_155, sales.path("lines").asInt());
        assertEquals("64942.69", report.freight());
        assertEquals(21, report.notShipped());
        assertEquals(11, report.customersIn("FR"));
    }

    @Test
    void resolvesEveryForeignKey() {
        var orders = files.rows("orders");
        assertEquals(830, report.counted("order", "customer != null"));
        assertEquals(present(orders, "EmployeeID"), report.counted("order", "employee != null"));
        assertEquals(present(orders, "ShipVia"), report.counted("order", "shipper != null"));
        assertEquals(2_155, report.counted("order_line", "order != null && product != null"));
        assertEquals(77, report.counted("product", "supplier != null && category != null"));
        assertEquals(135, report.counted("party_role", "party != null"));
        assertEquals(8, report.counted("person", "manager != null"));
    }

    @Test
    void pointsFromEveryRecordToTheRightOne() {
        var orders = files.rows("orders");
        assertEquals(
                countedBy(orders, NorthwindRecords.CUSTOMER, "CustomerID"),
                counts(report.grouped("order", "customer.legacy_code", count("n"))));
        assertEquals(
                countedBy(orders, "", "EmployeeID"),
                counts(report.grouped("order", "employee.legacy_code", count("n"))));
        assertEquals(
                countedBy(orders, NorthwindRecords.SHIPPER, "ShipVia"),
                counts(report.grouped("order", "shipper.legacy_code", count("n"))));
        assertEquals(
                countedBy(files.rows("products"), NorthwindRecords.SUPPLIER, "SupplierID"),
                counts(report.grouped("product", "supplier.legacy_code", count("n"))));
        assertEquals(
                countedBy(files.rows("order-details"), "", "OrderID"),
                counts(report.grouped("order_line", "order.number", count("n"))));
        assertEquals(
                amounts(files.rows("order-details"), "ProductID"),
                sums(report.grouped("order_line", "product.code", sum("n", NET))));
    }

    private static final String NET = "unit_price * quantity * (1 - discount)";

    @Test
    void knowsWhoReportsToWhom() {
        var expected = new TreeMap<String, String>();
        files.rows("employees")
                .forEach(row ->
                        expected.put(
                                row.known("EmployeeID"), row.text("ReportsTo").orElse("nobody")));
        var answered = new TreeMap<String, String>();
        admin.get("/data/person?fields=legacy_code,manager.legacy_code")
                .expect(200)
                .json()
                .path("data")
                .forEach(person ->
                        answered.put(
                                person.at("/values/legacy_code").asString(),
                                person.path("values")
                                        .path("manager.legacy_code")
                                        .asString("nobody")));
        assertEquals(expected, answered);
        assertEquals("nobody", answered.get("2"));
    }

    @Test
    void turnsTheTextNullIntoNothing() {
        assertEquals(0, report.counted("person", "address.region == \"NULL\""));
        assertEquals(4, report.counted("person", "address != null && address.region == null"));
        assertEquals(1, report.counted("person", "manager == null"));
    }

    @Test
    void losesNoPhoneAndNoAddress() {
        var organizations =
                present(files.rows("customers"), "Phone")
                        + present(files.rows("suppliers"), "Phone")
                        + present(files.rows("shippers"), "Phone");
        assertEquals(organizations, report.counted("organization", "phone_as_given != null"));
        assertEquals(9, report.counted("person", "phone_as_given != null"));
        var taken =
                report.counted("organization", "phone != null")
                        + report.counted("person", "phone != null");
        assertEquals(organizations + 9, taken + loaded.refused().getOrDefault("phone", 0));
        assertTrue(taken > 80, "only " + taken + " phones were taken");
        assertEquals(
                present(files.rows("suppliers"), "HomePage"),
                report.counted("organization", "homepage_as_given != null"));
        assertEquals(120, report.counted("organization", "address.country != null"));
    }

    @Test
    void understandsTheNamesOfCountries() {
        assertEquals(
                7, report.counted("organization", "address.country == \"GB\" && " + CUSTOMERS));
        assertEquals(
                13, report.counted("organization", "address.country == \"US\" && " + CUSTOMERS));
    }

    private static final String CUSTOMERS = "legacy_code.startsWith(\"C-\")";

    @Test
    void groupsByAReferenceWithItsLabelAndHaving() {
        var best = report.bestCustomers("100000");
        assertEquals(
                List.of("QUICK-Stop", "Ernst Handel", "Save-a-lot Markets"),
                best.stream().map(row -> row.at("/customer/label").asString()).toList());
        assertEquals("organization", best.getFirst().at("/customer/entity").asString());
        assertEquals("110277.305", best.getFirst().path("net").asString());
        var id = best.getFirst().at("/customer/id").asString();
        assertEquals(
                "C-QUICK",
                admin.get("/data/organization/" + id).at("/values/legacy_code").asString());
    }

    private static long present(List<NorthwindRow> rows, String column) {
        return rows.stream().filter(row -> row.text(column).isPresent()).count();
    }

    private static Map<String, Long> countedBy(
            List<NorthwindRow> rows, String prefix, String column) {
        return rows.stream()
                .collect(groupingBy(row -> prefix + row.known(column), TreeMap::new, counting()));
    }

    private static Map<String, Long> counts(List<JsonNode> figures) {
        var counts = new TreeMap<String, Long>();
        figures.forEach(row -> counts.put(row.path("key").asString(), row.path("n").asLong()));
        return counts;
    }

    private static Map<String, BigDecimal> sums(List<JsonNode> figures) {
        var sums = new TreeMap<String, BigDecimal>();
        figures.forEach(row ->
                sums.put(
                        row.path("key").asString(),
                        new BigDecimal(row.path("n").asString()).stripTrailingZeros()));
        return sums;
    }

    private static Map<String, BigDecimal> amounts(List<NorthwindRow> lines, String column) {
        var sums =
                lines.stream()
                        .collect(
                                groupingBy(
                                        row -> row.known(column),
                                        TreeMap::new,
                                        reducing(
                                                BigDecimal.ZERO,
                                                NorthwindIT::net,
                                                BigDecimal::add)));
        sums.replaceAll((_, sum) -> sum.stripTrailingZeros());
        return sums;
    }

    private static BigDecimal net(NorthwindRow line) {
        var kept = BigDecimal.ONE.subtract(new BigDecimal(line.known("Discount")));
        return new BigDecimal(line.known("UnitPrice"))
                .multiply(new BigDecimal(line.known("Quantity")))
                .multiply(kept);
    }
}
