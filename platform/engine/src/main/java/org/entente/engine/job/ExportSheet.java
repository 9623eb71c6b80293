package org.entente.engine.job;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/**
 * Records that were written as objects, as a workbook: a cell for each value, none of them a
 * formula. A sheet holds so many rows and a cell so many letters as spreadsheets allow; who has
 * more rows gets more sheets.
 */
final class ExportSheet {

    private static final String ID = "id";
    private static final int MOST_ROWS = 1_000_000;
    private static final int MOST_LETTERS = 32_767;

    /** More are no longer exact in a spreadsheet. */
    private static final int MOST_DIGITS = 15;

    /** Rows that are held in memory. */
    private static final int HELD = 1_000;

    private final List<String> columns;
    private final Set<String> figures;

    /**
     * @param figures columns whose texts are numbers
     */
    ExportSheet(List<String> columns, Set<String> figures) {
        this.columns = columns;
        this.figures = figures;
    }

    void write(BufferedReader objects, OutputStream out) throws IOException {
        try (var book = new Workbook(out, "Entente", null)) {
            var number = 1;
            var line = objects.readLine();
            do {
                line = sheet(book.newWorksheet(String.valueOf(number)), line, objects);
                number++;
            } while (line != null);
        }
    }

    /** The line that found no room. */
    private @Nullable String sheet(Worksheet sheet, @Nullable String first, BufferedReader objects)
            throws IOException {
        sheet.value(0, 0, ID);
        for (var i = 0; i < columns.size(); i++) {
            sheet.value(0, i + 1, columns.get(i));
        }
        var row = 1;
        var line = first;
        while (line != null && row <= MOST_ROWS) {
            row(sheet, row, JsonLine.read(line).orElse(Map.of()));
            if (row % HELD == 0) {
                sheet.flush();
            }
            row++;
            line = objects.readLine();
        }
        sheet.finish();
        return line;
    }

    private void row(Worksheet sheet, int row, Map<String, @Nullable Object> record) {
        sheet.value(row, 0, String.valueOf(record.get(ID)));
        for (var i = 0; i < columns.size(); i++) {
            var column = columns.get(i);
            cell(sheet, row, i + 1, record.get(column), figures.contains(column));
        }
    }

    private static void cell(
            Worksheet sheet, int row, int column, @Nullable Object value, boolean figure) {
        switch (value) {
            case null -> {}
            case Boolean flag -> sheet.value(row, column, flag);
            case Number number when isExact(number.toString()) -> sheet.value(row, column, number);
            case String text when figure && isExact(text) ->
                    sheet.value(row, column, new BigDecimal(text));
            default -> sheet.value(row, column, cut(ExportLines.text(value)));
        }
    }

    private static boolean isExact(String figure) {
        return figure.chars().filter(Character::isDigit).count() <= MOST_DIGITS;
    }

    private static String cut(String text) {
        return text.length() <= MOST_LETTERS ? text : text.substring(0, MOST_LETTERS);
    }
}
