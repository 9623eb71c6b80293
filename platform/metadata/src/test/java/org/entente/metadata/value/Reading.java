package org.entente.metadata.value;

import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.entente.metadata.model.Field;
import org.entente.metadata.model.Field.Flags;
import org.entente.metadata.model.Field.Requirement;
import org.entente.metadata.model.Field.Sensitivity;
import org.entente.metadata.model.FieldType;
import org.entente.metadata.model.Rank;
import org.entente.metadata.model.Settings;
import org.entente.metadata.model.Text;
import org.entente.spi.Outcome;
import org.entente.spi.Problem;
import org.jspecify.annotations.Nullable;

/** Reads values in tests, and tells what came of it in one line. */
final class Reading {

    private Reading() {}

    private static final Settings SETTINGS =
            new Settings(
                    Text.of("Horizon"),
                    List.of(Locale.FRENCH),
                    ZoneId.of("Europe/Paris"),
                    "FR",
                    "EUR",
                    List.of());

    static Outcome<Optional<Object>> read(@Nullable Object wire, FieldType type) {
        var field =
                new Field(
                        "f",
                        "kaaaaaaaa",
                        Rank.TENANT,
                        type,
                        Text.of("F"),
                        Optional.empty(),
                        Optional.empty(),
                        new Requirement.Never(),
                        Optional.empty(),
                        Optional.empty(),
                        Sensitivity.NORMAL,
                        new Flags(false, false, false, false),
                        false);
        return ValueReader.read(wire, field, SETTINGS);
    }

    /** The value as text, or the problems, so that tables can say both. */
    static String told(@Nullable Object wire, FieldType type) {
        return switch (read(wire, type)) {
            case Outcome.Done<Optional<Object>>(var value) ->
                    value.map(v -> v instanceof BigDecimal d ? d.toPlainString() : v.toString())
                            .orElse("nothing");
            case Outcome.Refused<Optional<Object>>(List<Problem> problems) ->
                    String.join(
                            ", ", problems.stream().map(p -> p.code().text() + p.at()).toList());
        };
    }

    static Object done(Object wire, FieldType type) {
        return switch (read(wire, type)) {
            case Outcome.Done<Optional<Object>>(var value) -> value.orElseThrow();
            case Outcome.Refused<Optional<Object>>(List<Problem> problems) ->
                    throw new AssertionError(problems);
        };
    }
}
