package org.entente.metadata.definition;

import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.entente.metadata.model.FieldType;
import org.entente.metadata.model.FieldType.DecimalType;
import org.entente.metadata.model.FieldType.MoneyType;
import org.entente.metadata.model.FieldType.ReferenceType;
import org.entente.metadata.model.FieldType.TextType;
import org.entente.metadata.model.FieldType.TraitReferenceType;

/**
 * Tells why a field that holds values cannot change its type; it may only take more than before.
 */
final class TypeChange {

    private final Map<String, String> renamedEntities;
    private final Map<String, String> renamedTraits;
    private final Consumer<String> refuse;

    TypeChange(
            Map<String, String> renamedEntities,
            Map<String, String> renamedTraits,
            Consumer<String> refuse) {
        this.renamedEntities = renamedEntities;
        this.renamedTraits = renamedTraits;
        this.refuse = refuse;
    }

    void check(FieldType before, FieldType after) {
        if (before.getClass() != after.getClass()) {
            refuse.accept("type");
        } else if (before instanceof TextType(int was) && after instanceof TextType(int is)) {
            refuseIf(is < was, "max");
        } else if (before instanceof DecimalType was && after instanceof DecimalType is) {
            refuseIf(
                    is.scale() < was.scale()
                            || is.precision() - is.scale() < was.precision() - was.scale(),
                    "precision");
        } else if (before instanceof MoneyType(var was) && after instanceof MoneyType(var is)) {
            refuseIf(narrower(was, is), "currency");
        } else if (before instanceof ReferenceType was && after instanceof ReferenceType is) {
            refuseIf(!renamedEntities.getOrDefault(was.to(), was.to()).equals(is.to()), "to");
        } else if (before instanceof TraitReferenceType was
                && after instanceof TraitReferenceType is) {
            refuseIf(
                    !renamedTraits.getOrDefault(was.trait(), was.trait()).equals(is.trait()),
                    "to_trait");
        }
    }

    private static boolean narrower(Optional<String> was, Optional<String> is) {
        return is.isPresent() && !is.equals(was);
    }

    private void refuseIf(boolean narrower, String reason) {
        if (narrower) {
            refuse.accept(reason);
        }
    }
}
