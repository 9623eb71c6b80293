package org.entente.store.shape;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.entente.engine.model.StoredModel;
import org.entente.spi.Outcome;
import org.entente.store.fixture.Cell;
import org.entente.store.fixture.Desk;
import org.entente.store.fixture.TestModels;
import org.entente.store.fixture.Values;
import org.junit.jupiter.api.Test;

class StatisticsTest {

    private static final String EGG =
            """
            entity: egg
            key: kegg00001
            name: title
            fields: {title: {key: kfld00001, type: text, searchable: %s}}
            """;

    @Test
    void looksCloselyAtTextsOfWhichPiecesAreLookedFor() {
        var desk = Desk.of(EGG.formatted("true"));
        desk.create("egg", Values.of("title", "A"));

        assertEquals(List.of("1000"), closelySeen(desk));
    }

    @Test
    void looksCloselyOnceAFilledFieldIsSearched() {
        var desk = Desk.of(EGG.formatted("false"));
        desk.create("egg", Values.of("title", "A"));
        assertEquals(List.of(), closelySeen(desk));
        var next = TestModels.of(2, EGG.formatted("true"));

        desk.cell().models().expand(desk.tenant(), next);
        var head = new StoredModel(2, "{}", "", Cell.USER, Cell.AT);
        Desk.done(
                desk.write(
                        "",
                        t -> {
                            t.models().publish(head, next);
                            return Outcome.done(true);
                        }));
        desk.cell().models().contract(desk.tenant(), next, Cell.AT);

        assertEquals(List.of("1000"), closelySeen(desk));
    }

    private static List<String> closelySeen(Desk desk) {
        return desk.cell()
                .look()
                .texts(
                        "select attstattarget from pg_attribute where attstattarget > 0 and attrelid in (select oid from pg_class where relnamespace = '%s'::regnamespace)"
                                .formatted(desk.schema()));
    }
}
