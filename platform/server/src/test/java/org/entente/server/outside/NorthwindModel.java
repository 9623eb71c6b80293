package org.entente.server.outside;

/** What a tenant of the pack {@code xrm} needs beside the pack to hold the Northwind files. */
final class NorthwindModel {

    private static final String LEGACY_CODE =
            """
            {"type": "text", "max": 12, "unique": true, "filterable": true,
             "label": {"fr": "Ancien code", "en": "Former code"}}
            """;
    private static final String TEXT = "{\"type\": \"text\"}";
    private static final String DATE = "{\"type\": \"date\", \"filterable\": true}";

    private NorthwindModel() {}

    /** One change set for all of it. */
    static Edits edits() {
        var edits = new Edits();
        organization(edits);
        person(edits);
        edits.put("entities/category", CATEGORY);
        product(edits);
        edits.put("entities/order", ORDER);
        edits.put("entities/order_line", ORDER_LINE);
        return edits;
    }

    private static void organization(Edits edits) {
        var organization = "entities/organization/fields/";
        edits.put(organization + "legacy_code", LEGACY_CODE);
        for (var text :
                new String[] {
                    "contact_name", "contact_title", "phone_as_given", "fax", "homepage_as_given"
                }) {
            edits.put(organization + text, TEXT);
        }
    }

    private static void person(Edits edits) {
        var person = "entities/person/fields/";
        edits.put(person + "legacy_code", LEGACY_CODE);
        for (var text :
                new String[] {
                    "job_title", "title_of_courtesy", "phone_as_given", "extension", "photo_path"
                }) {
            edits.put(person + text, TEXT);
        }
        edits.put(person + "hired_on", DATE);
        edits.put(person + "about", "{\"type\": \"long_text\"}");
        edits.put(
                person + "manager",
                """
                {"type": "reference", "to": "person", "related": "reports", "on_delete": "clear", "filterable": true}
                """);
    }

    private static void product(Edits edits) {
        var product = "entities/product/fields/";
        edits.put(
                product + "category",
                """
                {"type": "reference", "to": "category", "related": "products", "on_delete": "restrict"}
                """);
        edits.put(
                product + "supplier",
                """
                {"type": "reference", "to": "organization", "related": "supplied_products", "on_delete": "restrict"}
                """);
        edits.put(product + "packaging", TEXT);
        for (var whole : new String[] {"stock", "on_order", "reorder_level"}) {
            edits.put(product + whole, "{\"type\": \"integer\"}");
        }
    }

    private static final String CATEGORY =
            """
            {
              "label": {"fr": "Catégorie", "en": "Category"},
              "name": "name",
              "fields": {
                "legacy_code": {"type": "text", "max": 12, "unique": true},
                "name":        {"type": "text", "required": true},
                "description": {"type": "long_text"}
              }
            }
            """;

    private static final String ORDER =
            """
            {
              "label": {"fr": "Commande", "en": "Order"},
              "name": "number",
              "fields": {
                "number":      {"type": "text", "max": 12, "required": true, "unique": true, "filterable": true},
                "customer":    {"type": "reference", "to": "organization", "related": "orders",
                                "on_delete": "restrict", "required": true, "filterable": true},
                "employee":    {"type": "reference", "to": "person", "related": "orders", "on_delete": "restrict"},
                "shipper":     {"type": "reference", "to": "organization", "related": "carried_orders",
                                "on_delete": "restrict"},
                "ordered_on":  {"type": "date", "required": true, "filterable": true},
                "required_on": {"type": "date"},
                "shipped_on":  {"type": "date", "filterable": true},
                "freight":     {"type": "money"},
                "ship_name":   {"type": "text"},
                "ship_to":     {"type": "address"}
              }
            }
            """;

    private static final String ORDER_LINE =
            """
            {
              "label": {"fr": "Ligne de commande", "en": "Order line"},
              "name": "text(quantity) + \\" × \\" + text(unit_price)",
              "fields": {
                "order":      {"type": "reference", "to": "order", "related": "lines", "on_delete": "cascade",
                               "required": true, "filterable": true},
                "product":    {"type": "reference", "to": "product", "related": "order_lines",
                               "on_delete": "restrict", "required": true, "filterable": true},
                "unit_price": {"type": "decimal", "precision": 12, "scale": 4, "required": true},
                "quantity":   {"type": "integer", "required": true},
                "discount":   {"type": "percent", "required": true}
              },
              "unique": [["order", "product"]]
            }
            """;
}
