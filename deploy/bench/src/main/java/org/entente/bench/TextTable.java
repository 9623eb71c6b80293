package org.entente.bench;

import java.util.ArrayList;
import java.util.List;

/** A table that reads well at a terminal and is Markdown. */
final class TextTable {
    private final List<List<String>> rows = new ArrayList<>();

    TextTable(List<String> head) {
        rows.add(List.copyOf(head));
    }

    void add(List<String> row) {
        if (row.size() != rows.getFirst().size()) {
            throw new IllegalArgumentException("a row has as many cells as the head");
        }
        rows.add(List.copyOf(row));
    }

    @Override
    public String toString() {
        var text = new StringBuilder();
        for (var i = 0; i < rows.size(); i++) {
            line(text, rows.get(i));
            if (i == 0) {
                line(text, rule());
            }
        }
        return text.toString();
    }

    private void line(StringBuilder text, List<String> row) {
        for (var i = 0; i < row.size(); i++) {
            var cell = row.get(i);
            var blanks = " ".repeat(width(i) - cell.length());
            text.append("| ").append(i == 0 ? cell + blanks : blanks + cell).append(' ');
        }
        text.append("|\n");
    }

    private List<String> rule() {
        var rule = new ArrayList<String>();
        for (var i = 0; i < rows.getFirst().size(); i++) {
            rule.add(i == 0 ? "-".repeat(width(i)) : "-".repeat(width(i) - 1) + ":");
        }
        return rule;
    }

    private int width(int column) {
        return rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0);
    }
}
