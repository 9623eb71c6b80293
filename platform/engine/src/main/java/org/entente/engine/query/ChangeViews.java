package org.entente.engine.query;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.entente.engine.Attempt;
import org.entente.engine.expression.Targets;
import org.entente.engine.query.ChangeView.FieldChange;
import org.entente.metadata.model.Entity;
import org.entente.metadata.model.Field;
import org.entente.metadata.model.FieldType.AutoNumberType;
import org.entente.metadata.model.SystemFields;
import org.entente.spi.Reference;

/** Shows told changes to a caller: of each, the fields that it may read. */
final class ChangeViews {

    private static final String USER = "user";

    private final Labels labels;

    ChangeViews(Labels labels) {
        this.labels = labels;
    }

    /** In the same order. */
    Attempt<List<ChangeView>> of(Asked asked, Entity entity, List<ToldChange> told) {
        var references =
                told.stream()
                        .flatMap(change -> references(asked, entity, change))
                        .distinct()
                        .toList();
        return labels.of(asked, references)
                .map(names ->
                        told.stream().map(change -> view(asked, entity, change, names)).toList());
    }

    /** The same for changes of any records, whose users are named here. */
    Attempt<List<ChangeView>> of(Asked asked, List<FeedChange> changes) {
        var references =
                changes.stream()
                        .flatMap(change ->
                                Stream.concat(
                                        Stream.of(user(change.told())),
                                        references(asked, change.entity(), change.told())))
                        .distinct()
                        .toList();
        return labels.of(asked, references)
                .map(names ->
                        changes.stream()
                                .map(change ->
                                        view(
                                                asked,
                                                change.entity(),
                                                named(change.told(), names),
                                                names))
                                .toList());
    }

    private static Reference user(ToldChange told) {
        return new Reference(told.by(), USER);
    }

    private static ToldChange named(ToldChange told, Map<Reference, String> names) {
        return new ToldChange(
                told.version(),
                told.operation(),
                told.at(),
                told.by(),
                Optional.ofNullable(names.get(user(told))),
                told.before(),
                told.after());
    }

    private static Stream<Reference> references(Asked asked, Entity entity, ToldChange change) {
        return fields(asked, entity, change).stream()
                .flatMap(field ->
                        Stream.of(
                                        Optional.ofNullable(change.before().get(field)),
                                        Optional.ofNullable(change.after().get(field)))
                                .flatMap(Optional::stream))
                .flatMap(value -> Targets.of(value).stream());
    }

    /** In the order of the model. */
    private static List<String> fields(Asked asked, Entity entity, ToldChange change) {
        var changed = changed(change);
        return Stream.concat(entity.fields().values().stream(), SystemFields.ALL.stream())
                .filter(field -> changed.contains(field.name()))
                .filter(field -> isShown(asked, entity, field))
                .map(Field::name)
                .toList();
    }

    private static boolean isShown(Asked asked, Entity entity, Field field) {
        var told = !field.system() || field.type() instanceof AutoNumberType;
        return told && asked.rights().readable(entity, field);
    }

    /** What comes and goes with the recycle bin is no change of a value. */
    private static Set<String> changed(ToldChange change) {
        return switch (change.operation()) {
            case "delete" -> Set.of();
            case "restore" -> change.before().keySet();
            default -> {
                var names = new LinkedHashSet<>(change.before().keySet());
                names.addAll(change.after().keySet());
                yield names;
            }
        };
    }

    private static ChangeView view(
            Asked asked, Entity entity, ToldChange told, Map<Reference, String> names) {
        var changes = new LinkedHashMap<String, FieldChange>();
        for (var field : fields(asked, entity, told)) {
            var change =
                    new FieldChange(
                            WireValues.named(told.before().get(field), names),
                            WireValues.named(told.after().get(field), names));
            changes.put(field, change);
        }
        return new ChangeView(told.version(), told.operation(), told.at(), by(told), changes);
    }

    private static Map<String, Object> by(ToldChange told) {
        return WireValues.labelled(new Labelled(user(told), told.label()));
    }
}
