package org.entente.bench.reference;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.OffsetDateTime;

/**
 * Rows as JSON, by hand. A record's row begins with its id and its version; a column {@code
 * x_label} names what the column {@code x} before it points at.
 */
final class Rows {
    private static final String LABEL = "_label";

    private final StringBuilder out = new StringBuilder(4_096);
    private final ResultSet rows;
    private final String entity;
    private final String[] names;
    private final int[] types;

    private Rows(ResultSet rows, String entity) throws SQLException {
        this.rows = rows;
        this.entity = entity;
        var columns = rows.getMetaData();
        names = new String[columns.getColumnCount() + 1];
        types = new int[names.length];
        for (var i = 1; i < names.length; i++) {
            names[i] = columns.getColumnLabel(i);
            types[i] =
                    columns.getColumnTypeName(i).equals("uuid")
                            ? Types.REF
                            : columns.getColumnType(i);
        }
    }

    /** All rows as a page of records. */
    static String page(ResultSet rows, String entity) throws SQLException {
        var json = new Rows(rows, entity);
        json.out.append("{\"data\":[");
        var first = true;
        while (rows.next()) {
            json.out.append(first ? "" : ",");
            json.record();
            first = false;
        }
        return json.out.append("],\"page\":{\"next\":null},\"total\":null}").toString();
    }

    /** All rows as they are. */
    static String figures(ResultSet rows) throws SQLException {
        var json = new Rows(rows, "");
        json.out.append("{\"data\":[");
        var first = true;
        while (rows.next()) {
            json.out.append(first ? "{" : ",{");
            json.values(1);
            json.out.append('}');
            first = false;
        }
        return json.out.append("]}").toString();
    }

    /** The row that the set stands on. */
    static String one(ResultSet rows, String entity) throws SQLException {
        var json = new Rows(rows, entity);
        json.record();
        return json.out.toString();
    }

    private void record() throws SQLException {
        var id = rows.getString(1);
        out.append("{\"id\":\"").append(id).append("\",\"entity\":\"").append(entity);
        out.append("\",\"version\":").append(rows.getLong(2)).append(",\"values\":{");
        values(3);
        out.append("},\"links\":{\"self\":\"/reference/").append(entity).append('/').append(id);
        out.append("\"}}");
    }

    private void values(int from) throws SQLException {
        for (var i = from; i < names.length; i++) {
            if (!names[i].endsWith(LABEL)) {
                out.append(i == from ? "\"" : ",\"").append(names[i]).append("\":");
                value(i);
            }
        }
    }

    private void value(int at) throws SQLException {
        var text = rows.getString(at);
        if (text == null) {
            out.append("null");
            return;
        }
        switch (types[at]) {
            case Types.BIGINT, Types.INTEGER -> out.append(text);
            case Types.BIT, Types.BOOLEAN -> out.append(text.startsWith("t"));
            case Types.TIMESTAMP, Types.TIMESTAMP_WITH_TIMEZONE ->
                    text(rows.getObject(at, OffsetDateTime.class).toString());
            case Types.REF -> reference(at, text);
            default -> text(text);
        }
    }

    private void reference(int at, String id) throws SQLException {
        var to = names[at].equals("owner") ? "user" : names[at];
        out.append("{\"id\":\"").append(id).append("\",\"entity\":\"").append(to).append('"');
        if (at + 1 < names.length && names[at + 1].equals(names[at] + LABEL)) {
            out.append(",\"label\":");
            text(rows.getString(at + 1));
        }
        out.append('}');
    }

    private void text(String text) {
        out.append('"');
        for (var i = 0; i < text.length(); i++) {
            var letter = text.charAt(i);
            if (letter == '"' || letter == '\\') {
                out.append('\\').append(letter);
            } else if (letter < ' ') {
                out.append("\\u%04x".formatted((int) letter));
            } else {
                out.append(letter);
            }
        }
        out.append('"');
    }
}
