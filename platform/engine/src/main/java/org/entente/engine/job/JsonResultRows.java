package org.entente.engine.job;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.entente.engine.job.TableRows.Row;
import org.entente.spi.Problem;
import org.jspecify.annotations.Nullable;

/** Objects as they came, a line each, with members that say what became of them. */
final class JsonResultRows implements ResultRows {

    private static final String RAW = "entente_raw";
    private static final byte[] NOTHING = {};

    @Override
    public byte[] failedHeader() {
        return NOTHING;
    }

    @Override
    public byte[] okHeader() {
        return NOTHING;
    }

    @Override
    public byte[] header() {
        return NOTHING;
    }

    @Override
    public byte[] failed(Row row, List<Problem> problems, List<String> reasons) {
        var tree = tree(row);
        tree.put(REASON, String.join(" · ", reasons));
        tree.put(
                CODE,
                String.join(" ", problems.stream().map(p -> p.code().text()).distinct().toList()));
        return line(JsonLine.write(tree));
    }

    @Override
    public byte[] ok(Row row, UUID id) {
        var tree = tree(row);
        tree.put(ID, id.toString());
        return line(JsonLine.write(tree));
    }

    @Override
    public byte[] plain(Row row) {
        return line(row.raw());
    }

    /** What is no object is told as it stood there. */
    private static Map<String, @Nullable Object> tree(Row row) {
        var tree = new LinkedHashMap<String, @Nullable Object>();
        JsonLine.read(row.raw()).ifPresentOrElse(tree::putAll, () -> tree.put(RAW, row.raw()));
        return tree;
    }

    private static byte[] line(String text) {
        return (text + "\n").getBytes(StandardCharsets.UTF_8);
    }
}
