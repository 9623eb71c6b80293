package org.entente.launcher.demo.atlas;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.entente.launcher.demo.Dice;
import org.entente.launcher.demo.Key;
import org.entente.launcher.demo.Values;
import org.entente.launcher.demo.Words;

/** What is sold, beside the hand-written products. */
final class Goods {
    private static final int FIRST_CODE = 1_000;

    /** A product, with its price in cents. */
    record Product(String code, String name, Kind kind, long cents, Stock stock, Key supplier) {
        Key key() {
            return new Key("product", "code", code);
        }

        Values values() {
            var cost = BigDecimal.valueOf(cents * 64, 4).toPlainString();
            var values =
                    new Values()
                            .text("code", code)
                            .text("name", name)
                            .refer("category", new Key("category", "name", kind.category()))
                            .refer("supplier", supplier)
                            .text("packaging", kind.packaging())
                            .money("price", cents)
                            .text("unit_cost", cost)
                            .number("stock", stock.there())
                            .number("reorder_level", stock.level())
                            .flag("active", stock.sold());
            return stock.coming() == 0 ? values : values.number("on_order", stock.coming());
        }
    }

    record Kind(String category, String packaging) {}

    record Stock(int there, int coming, int level, boolean sold) {}

    private final Dice dice = Dice.of("atlas goods");

    List<Product> make(List<Firms.Source> sources) {
        var products = new ArrayList<Product>();
        for (var row : Words.rows("atlas/products", 4)) {
            var suppliers =
                    sources.stream()
                            .filter(source -> source.category().equals(row.get(0)))
                            .toList();
            for (var kind : Words.parts(row.get(2), ", (?=[A-Z])")) {
                for (var quality : Words.parts(row.get(3), ",")) {
                    products.add(product(row, kind, quality, dice.one(suppliers), products.size()));
                }
            }
        }
        return products;
    }

    private Product product(
            List<String> row, String kind, String quality, Firms.Source source, int index) {
        var parts = Words.parts(kind, "\\|");
        var euros = Double.parseDouble(parts.get(2));
        var sold = dice.chance(0.95);
        var level = dice.between(4, 24);
        var there = dice.chance(0.12) ? dice.between(0, level) : dice.between(level, level * 9);
        return new Product(
                String.format(Locale.ROOT, "%s-%d", row.get(1), FIRST_CODE + index),
                parts.get(0) + ", " + quality.replace("\"", ""),
                new Kind(row.get(0), parts.get(1)),
                dice.amount(euros * 100, 0.12),
                new Stock(there, there < level && dice.chance(0.6) ? level * 2 : 0, level, sold),
                source.firm().key());
    }
}
