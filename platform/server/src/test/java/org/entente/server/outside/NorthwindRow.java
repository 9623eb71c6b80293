package org.entente.server.outside;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/** One row of a file, on its way to become the values of a record. What is no value is left out. */
final class NorthwindRow {

    /** To read a number as its own country does; the files give none. */
    private static final Map<String, String> CALLING_CODES = callingCodes();

    private final Map<String, String> row;
    private final Map<String, Object> values = new LinkedHashMap<>();

    /**
     * @param row by column; a column without value is missing
     */
    NorthwindRow(Map<String, String> row) {
        this.row = row;
    }

    Optional<String> text(String column) {
        return Optional.ofNullable(row.get(column));
    }

    /** A value that every row of the file has. */
    String known(String column) {
        return text(column)
                .orElseThrow(() -> new IllegalStateException("no " + column + ": " + row));
    }

    Map<String, Object> values() {
        return values;
    }

    NorthwindRow set(String field, Object value) {
        values.put(field, value);
        return this;
    }

    NorthwindRow copy(String field, String column) {
        return convert(field, column, text -> text);
    }

    NorthwindRow convert(String field, String column, Function<String, Object> conversion) {
        text(column).map(conversion).ifPresent(value -> values.put(field, value));
        return this;
    }

    NorthwindRow whole(String field, String column) {
        return convert(field, column, Long::valueOf);
    }

    NorthwindRow dollars(String field, String column) {
        return convert(field, column, amount -> Map.of("amount", amount, "currency", "USD"));
    }

    /** The employees' file writes a day as its midnight. */
    NorthwindRow date(String field, String column) {
        return convert(field, column, text -> text.replace(" 00:00:00.000", ""));
    }

    /** A reference by a unique field of the other record. */
    NorthwindRow reference(String field, String unique, String prefix, String column) {
        return convert(field, column, key -> Map.of("by", Map.of(unique, prefix + key)));
    }

    /**
     * The number as it was given, and the same with its country's calling code. Whether that is
     * one, is the platform's to say.
     */
    NorthwindRow phone(String column, String country) {
        copy("phone_as_given", column);
        return convert("phone", column, number -> international(number, country));
    }

    private static String international(String number, String country) {
        var code = Optional.ofNullable(CALLING_CODES.get(country)).orElseThrow();
        return code + " " + (code.equals("+1") ? number.replaceFirst("^1-", "") : number);
    }

    /** Columns such as {@code ShipCity} with the prefix {@code Ship}. */
    NorthwindRow address(String field, String prefix) {
        var address = new TreeMap<String, Object>();
        for (var part : Arrays.asList("Address", "City", "Region", "PostalCode", "Country")) {
            text(prefix + part).ifPresent(text -> address.put(partOfAddress(part), text));
        }
        return address.isEmpty() ? this : set(field, address);
    }

    private static String partOfAddress(String column) {
        return switch (column) {
            case "Address" -> "street";
            case "City" -> "city";
            case "Region" -> "region";
            case "PostalCode" -> "postal_code";
            default -> "country";
        };
    }

    /** The file has these as a text, an address and a place within it, with {@code #} between. */
    NorthwindRow homepage(String column) {
        copy("homepage_as_given", column);
        text(column)
                .flatMap(text -> Arrays.stream(text.split("#", -1)).skip(1).findFirst())
                .filter(address -> address.startsWith("http"))
                .ifPresent(address -> values.put("website", address));
        return this;
    }

    private static Map<String, String> callingCodes() {
        var codes = new TreeMap<String, String>();
        var listed =
                "Argentina +54, Australia +61, Austria +43, Belgium +32, Brazil +55, Canada +1,"
                        + " Denmark +45, Finland +358, France +33, Germany +49, Ireland +353,"
                        + " Italy +39, Japan +81, Mexico +52, Netherlands +31, Norway +47,"
                        + " Poland +48, Portugal +351, Singapore +65, Spain +34, Sweden +46,"
                        + " Switzerland +41, UK +44, USA +1, Venezuela +58";
        for (var entry : listed.split(", ", -1)) {
            var space = entry.indexOf(' ');
            codes.put(entry.substring(0, space), entry.substring(space + 1));
        }
        return codes;
    }
}
