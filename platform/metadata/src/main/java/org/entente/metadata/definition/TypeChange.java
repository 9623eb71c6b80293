package org.entente.metadata.definition;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.entente.metadata.model.FieldType;
import org.entente.metadata.model.FieldType.DecimalType;
import org.entente.metadata.model.FieldType.MoneyType;
import org.entente.metadata.model.FieldType.MultiReferenceType;
import org.entente.metadata.model.FieldType.ReferenceType;
import org.entente.metadata.model.FieldType.TextType;
import org.entente.metadata.model.FieldType.TraitReferenceType;

/** Tells what a change of a field's type asks of the values that are there. */
final class TypeChange {

    /** What becomes of values. */
    enum Kind {
        /** All of them fit as they are. */
        SAME,
        /** They stay as they are, but some may not fit. */
        NARROWER,
        /** They become values of another kind, where they can. */
        CONVERTED,
        /** Nothing sensible. */
        OTHER
    }

    private static final Set<String> SIMPLE =
            Set.of(
                    "text",
                    "long_text",
                    "integer",
                    "decimal",
                    "money",
                    "percent",
                    "boolean",
                    "date",
                    "date_time",
                    "choice",
                    "email",
                    "phone",
                    "url");

    private final Map<String, String> renamedEntities;
    private final Map<String, String> renamedTraits;

    TypeChange(Map<String, String> renamedEntities, Map<String, String> renamedTraits) {
        this.renamedEntities = renamedEntities;
        this.renamedTraits = renamedTraits;
    }

    Kind between(FieldType before, FieldType after) {
        if (before.getClass() != after.getClass()) {
            return (isSimple(before) && isSimple(after)) || leadToTheSame(before, after)
                    ? Kind.CONVERTED
                    : Kind.OTHER;
        }
        return switch (before) {
            case TextType(int was) when after instanceof TextType(int is) -> narrower(is < was);
            case DecimalType was when after instanceof DecimalType is ->
                    narrower(
                            is.scale() < was.scale()
                                    || is.precision() - is.scale() < was.precision() - was.scale());
            case MoneyType(var was) when after instanceof MoneyType(var is) ->
                    narrower(is.isPresent() && !is.equals(was));
            case ReferenceType was when after instanceof ReferenceType is ->
                    same(renamedEntities.getOrDefault(was.to(), was.to()).equals(is.to()));
            case MultiReferenceType was when after instanceof MultiReferenceType is ->
                    same(renamedEntities.getOrDefault(was.to(), was.to()).equals(is.to()));
            case TraitReferenceType was when after instanceof TraitReferenceType is ->
                    same(renamedTraits.getOrDefault(was.trait(), was.trait()).equals(is.trait()));
            default -> Kind.SAME;
        };
    }

    /** One record or several of one entity. */
    private boolean leadToTheSame(FieldType before, FieldType after) {
        var was = target(before).map(name -> renamedEntities.getOrDefault(name, name));
        return was.isPresent() && was.equals(target(after));
    }

    private static Optional<String> target(FieldType type) {
        return switch (type) {
            case ReferenceType reference -> Optional.of(reference.to());
            case MultiReferenceType references -> Optional.of(references.to());
            default -> Optional.empty();
        };
    }

    /** Values of these can be spelled as a text and read again. */
    private static boolean isSimple(FieldType type) {
        return SIMPLE.contains(type.keyword());
    }

    private static Kind narrower(boolean narrower) {
        return narrower ? Kind.NARROWER : Kind.SAME;
    }

    private static Kind same(boolean same) {
        return same ? Kind.SAME : Kind.OTHER;
    }
}
