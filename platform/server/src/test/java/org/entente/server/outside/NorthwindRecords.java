package org.entente.server.outside;

import java.util.Map;

/** Which column becomes which field. */
final class NorthwindRecords {

    static final String CUSTOMER = "C-";
    static final String SUPPLIER = "S-";
    static final String SHIPPER = "F-";

    private static final String CODE = "legacy_code";

    private NorthwindRecords() {}

    static Map<String, Object> customer(NorthwindRow row) {
        return organization(row, CUSTOMER, "CustomerID", row.known("Country"))
                .address("address", "")
                .values();
    }

    static Map<String, Object> supplier(NorthwindRow row) {
        return organization(row, SUPPLIER, "SupplierID", row.known("Country"))
                .address("address", "")
                .homepage("HomePage")
                .values();
    }

    /** The file says nothing of a shipper's country; the numbers are American. */
    static Map<String, Object> shipper(NorthwindRow row) {
        return organization(row, SHIPPER, "ShipperID", "USA").values();
    }

    private static NorthwindRow organization(
            NorthwindRow row, String prefix, String id, String country) {
        return row.set(CODE, prefix + row.known(id))
                .copy("name", "CompanyName")
                .copy("contact_name", "ContactName")
                .copy("contact_title", "ContactTitle")
                .copy("fax", "Fax")
                .phone("Phone", country);
    }

    /** Who reports to whom comes later, when all of them are there. */
    static Map<String, Object> employee(NorthwindRow row) {
        return row.copy(CODE, "EmployeeID")
                .copy("last_name", "LastName")
                .copy("first_name", "FirstName")
                .copy("job_title", "Title")
                .copy("title_of_courtesy", "TitleOfCourtesy")
                .date("birth_date", "BirthDate")
                .date("hired_on", "HireDate")
                .copy("extension", "Extension")
                .copy("about", "Notes")
                .copy("photo_path", "PhotoPath")
                .phone("HomePhone", row.known("Country"))
                .address("address", "")
                .values();
    }

    static Map<String, Object> manager(NorthwindRow row) {
        return row.reference("manager", CODE, "", "ReportsTo").values();
    }

    static Map<String, Object> category(NorthwindRow row) {
        return row.copy(CODE, "CategoryID")
                .copy("name", "CategoryName")
                .copy("description", "Description")
                .values();
    }

    static Map<String, Object> product(NorthwindRow row) {
        return row.copy("code", "ProductID")
                .copy("name", "ProductName")
                .convert("active", "Discontinued", "0"::equals)
                .copy("packaging", "QuantityPerUnit")
                .dollars("price", "UnitPrice")
                .whole("stock", "UnitsInStock")
                .whole("on_order", "UnitsOnOrder")
                .whole("reorder_level", "ReorderLevel")
                .reference("category", CODE, "", "CategoryID")
                .reference("supplier", CODE, SUPPLIER, "SupplierID")
                .values();
    }

    static Map<String, Object> order(NorthwindRow row) {
        return row.copy("number", "OrderID")
                .reference("customer", CODE, CUSTOMER, "CustomerID")
                .reference("employee", CODE, "", "EmployeeID")
                .reference("shipper", CODE, SHIPPER, "ShipVia")
                .copy("ordered_on", "OrderDate")
                .copy("required_on", "RequiredDate")
                .copy("shipped_on", "ShippedDate")
                .dollars("freight", "Freight")
                .copy("ship_name", "ShipName")
                .address("ship_to", "Ship")
                .values();
    }

    /** A discount of {@code 0.15} is a percent as the API has it: a fraction. */
    static Map<String, Object> line(NorthwindRow row) {
        return row.reference("order", "number", "", "OrderID")
                .reference("product", "code", "", "ProductID")
                .copy("unit_price", "UnitPrice")
                .whole("quantity", "Quantity")
                .copy("discount", "Discount")
                .values();
    }
}
