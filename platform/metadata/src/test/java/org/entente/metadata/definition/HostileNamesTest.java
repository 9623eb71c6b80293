package org.entente.metadata.definition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.entente.metadata.model.Model;
import org.entente.metadata.model.Rank;
import org.entente.spi.Outcome;
import org.entente.spi.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever somebody calls a thing: it is refused where it stands, or works like any other. */
class HostileNamesTest {

    private static final Map<String, Object> TEXT = Map.of("type", "text");
    private static final Map<String, Object> INTEGER = Map.of("type", "integer");
    private static final Map<String, Object> RULE_BODY =
            Map.of("check", "f != null", "message", "No");
    private static final Map<String, Object> VIEW_BODY = Map.of("columns", List.of("f"));
    private static final List<String> WORDS =
            List.of(
                    ("select insert update delete drop table from where group order by having union join"
                                    + " limit offset user role grant revoke schema public null true false"
                                    + " and or not in is like between case when then else end as on using"
                                    + " index primary key foreign references check unique default constraint"
                                    + " create alter truncate begin commit rollback current_user"
                                    + " session_user now today me old params id owner created_at created_by"
                                    + " updated_at updated_by version values links deleted_at owner_id xmin"
                                    + " ctid oid tableoid pg_catalog information_schema entente change signal"
                                    + " physical constructor prototype proto tostring hasownproperty valueof"
                                    + " this new class function return var let const if for while do switch"
                                    + " package namespace import export void loop break continue exists all"
                                    + " filter map size sum min max avg lower upper trim fold round abs"
                                    + " coalesce text number date date_time duration contains startswith"
                                    + " endswith matches has type int uint double string bytes list dyn key"
                                    + " label override entity trait tenant pack fields rules views layout"
                                    + " con prn aux nul com1 lpt1 admin administrator root system null_ nan"
                                    + " infinity undefined data meta jobs api openapi query aggregate batch by"
                                    + " rel files actions timeline history explain x a1 z_")
                            .split(" "));

    /** What people, editors and attackers make of a word. */
    private static List<String> variants(String word) {
        return List.of(
                word,
                word.toUpperCase(java.util.Locale.ROOT),
                "__" + word + "__",
                word + "\"; drop table person; --",
                word + "' or '1'='1",
                word + "/*",
                "../" + word,
                "/" + word + "/..\\" + word,
                word + "." + word,
                word + "\u0000",
                word + "\n",
                "\u202E" + word,
                word + "\u200B",
                word.replace('a', 'а').replace('e', 'е').replace('o', 'о') + "ı",
                "${" + word + "}",
                "<b onclick=" + word + ">",
                "%2e%2e%2f" + word,
                word + "😀",
                word.repeat(64 / word.length() + 1),
                word.repeat(5_000 / word.length()));
    }

    private static List<String> names() {
        var names = new LinkedHashSet<String>();
        WORDS.forEach(word -> names.addAll(variants(word)));
        return List.copyOf(names);
    }

    /**
     * All as a field, which expressions can name; of each other place a third, by the length of its
     * word.
     */
    private static List<String> some(Place place) {
        var all = names();
        return place == Place.FIELD
                ? all
                : IntStream.range(0, all.size())
                        .filter(i -> i % 3 == place.name().length() % 3)
                        .mapToObj(all::get)
                        .toList();
    }

    /** Where a name can stand. */
    enum Place {
        ENTITY,
        FIELD,
        OPTION,
        RULE,
        VIEW,
        LIST,
        TRAIT,
        ROLE;

        Edit named(String name) {
            return switch (this) {
                case ENTITY -> put("entities/" + name, Map.of("fields", Map.of("f", TEXT)));
                case TRAIT -> put("traits/" + name, Map.of("fields", Map.of("f", TEXT)));
                case ROLE -> put("roles/" + name, Map.of("grants", List.of()));
                case FIELD -> host(Map.of(name, INTEGER, "twice", twice(name)), Map.of());
                case OPTION -> host(Map.of("choice", choice(name)), Map.of());
                case LIST -> host(Map.of("up", reference(name)), Map.of());
                case RULE -> host(Map.of(), Map.of("rules", Map.of(name, RULE_BODY)));
                case VIEW -> host(Map.of(), Map.of("views", Map.of(name, VIEW_BODY)));
            };
        }

        private static Map<String, Object> twice(String name) {
            return Map.of("type", "formula", "as", "integer", "formula", name + " * 2");
        }

        private static Map<String, Object> choice(String name) {
            return Map.of("type", "choice", "options", Map.of(name, Map.of()));
        }

        private static Map<String, Object> reference(String name) {
            return Map.of("type", "reference", "to", "host", "related", name);
        }

        private static Edit host(Map<String, Object> fields, Map<String, Object> more) {
            var all = new HashMap<String, Object>(fields);
            all.putIfAbsent("f", TEXT);
            var body = new HashMap<String, Object>(more);
            body.put("fields", all);
            return put("entities/host", body);
        }

        private static Edit put(String path, Map<String, Object> body) {
            return new Edit.Put(path, body);
        }
    }

    private static Outcome<Model> model(Edit edit) {
        var lower = List.of(PlatformLayer.layer());
        return LayerEditor.apply(Layer.empty(Rank.TENANT, "hostile"), lower, List.of(edit))
                .then(own -> {
                    var compiled = ModelCompiler.compile(1, List.of(PlatformLayer.layer(), own));
                    return compiled.model()
                            .map(Outcome::done)
                            .orElseGet(() -> Outcome.refused(compiled.problems()));
                });
    }

    @ParameterizedTest
    @EnumSource(Place.class)
    void isRefusedWhereItStandsOrIsOneLikeAnyOther(Place place) {
        var trouble = new ArrayList<String>();
        var taken = 0;
        for (var name : some(place)) {
            switch (model(place.named(name))) {
                case Outcome.Done<Model> _ -> {
                    taken++;
                    if (!name.matches("[a-z][a-z0-9_]{0,62}")) {
                        trouble.add("taken: " + name);
                    }
                }
                case Outcome.Refused<Model>(var problems) -> {
                    if (problems.isEmpty() || problems.stream().anyMatch(HostileNamesTest::vague)) {
                        trouble.add(shown(name) + ": " + problems);
                    }
                }
            }
        }
        assertEquals(List.of(), trouble);
        assertTrue(taken > 20, "too few were taken: " + taken);
    }

    private static boolean vague(Problem problem) {
        return problem.at().isEmpty();
    }

    private static String shown(String name) {
        return name.substring(0, Math.min(40, name.length()));
    }

    @Test
    void aFieldThatMayBeSoNamedCanBeUsedInExpressions() {
        var unusable = new ArrayList<String>();
        for (var name : names()) {
            if (Names.isName(name)
                    && !Names.isReserved(name)
                    && model(Place.FIELD.named(name)) instanceof Outcome.Refused<Model>(var no)) {
                unusable.add(name + ": " + no);
            }
        }
        assertEquals(List.of(), unusable);
        assertFalse(names().size() < 2_000, names().size() + " names");
    }
}
