package org.entente.metadata.definition;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.entente.metadata.definition.Node.Scalar;
import org.entente.metadata.model.Rank;
import org.entente.metadata.model.Settings;
import org.entente.metadata.model.Text;
import org.entente.spi.Problem;
import org.entente.spi.ProblemCode;

/** Compiles what a tenant says of itself; what it leaves out is as for a house in France. */
final class SettingsCompiler {

    private final List<Problem> problems;

    SettingsCompiler(List<Problem> problems) {
        this.problems = problems;
    }

    Settings compile(List<Layer> layers) {
        var tenant =
                layers.stream()
                        .filter(layer -> layer.rank() == Rank.TENANT)
                        .findFirst()
                        .orElseGet(() -> Layer.empty(Rank.TENANT, "tenant"));
        var said = new Definition(Definition.Kind.LAYOUT, "tenant", tenant, tenant.root().place());
        said.attributes().putAll(tenant.root().mapping("tenant").entries());
        checkPacks(said, layers);
        return new Settings(
                said.localized("title").orElseGet(() -> Text.of(tenant.source())),
                languages(said),
                ZoneId.of(code(said, "time_zone", "Europe/Paris", Codes::isTimeZone)),
                code(said, "country", "FR", Codes::isCountry),
                code(said, "currency", "EUR", Codes::isCurrency),
                tenant.packs());
    }

    private String code(
            Definition said, String attribute, String otherwise, Predicate<String> known) {
        var code = said.text(attribute).orElse(otherwise);
        if (known.test(code)) {
            return code;
        }
        problems.add(
                Problem.of(
                        ProblemCode.INVALID_VALUE,
                        said.place(attribute),
                        Map.of("name", attribute, "value", code)));
        return otherwise;
    }

    private List<Locale> languages(Definition said) {
        var languages = new ArrayList<Locale>();
        for (var item : said.items("languages")) {
            var code = item.value().toString();
            if (!Codes.isLanguage(code)) {
                problems.add(
                        Problem.of(
                                ProblemCode.INVALID_VALUE,
                                item.place(),
                                Map.of("name", "languages", "value", code)));
            } else if (!languages.contains(Locale.of(code))) {
                languages.add(Locale.of(code));
            }
        }
        return languages.isEmpty() ? List.of(Locale.FRENCH, Locale.ENGLISH) : languages;
    }

    private void checkPacks(Definition said, List<Layer> layers) {
        var there =
                layers.stream()
                        .filter(layer -> layer.rank() == Rank.PACK)
                        .map(Layer::source)
                        .collect(Collectors.toSet());
        for (Scalar item : said.items("packs")) {
            var pack = item.value().toString();
            if (!there.contains(pack)) {
                problems.add(
                        ShapeCheck.unknown(
                                ProblemCode.UNKNOWN_PACK, item, pack, Set.copyOf(there)));
            }
        }
    }
}
