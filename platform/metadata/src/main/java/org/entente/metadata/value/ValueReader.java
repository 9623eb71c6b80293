package org.entente.metadata.value;

import java.util.List;
import java.util.Optional;
import org.entente.metadata.model.Field;
import org.entente.metadata.model.FieldType;
import org.entente.metadata.model.FieldType.AddressType;
import org.entente.metadata.model.FieldType.AutoNumberType;
import org.entente.metadata.model.FieldType.BooleanType;
import org.entente.metadata.model.FieldType.ChoiceType;
import org.entente.metadata.model.FieldType.DateTimeType;
import org.entente.metadata.model.FieldType.DateType;
import org.entente.metadata.model.FieldType.DecimalType;
import org.entente.metadata.model.FieldType.DurationType;
import org.entente.metadata.model.FieldType.EmailType;
import org.entente.metadata.model.FieldType.GeoType;
import org.entente.metadata.model.FieldType.IntegerType;
import org.entente.metadata.model.FieldType.JsonType;
import org.entente.metadata.model.FieldType.LongTextType;
import org.entente.metadata.model.FieldType.MoneyType;
import org.entente.metadata.model.FieldType.MultiChoiceType;
import org.entente.metadata.model.FieldType.MultiReferenceType;
import org.entente.metadata.model.FieldType.PercentType;
import org.entente.metadata.model.FieldType.PhoneType;
import org.entente.metadata.model.FieldType.ReferenceType;
import org.entente.metadata.model.FieldType.TextType;
import org.entente.metadata.model.FieldType.TraitReferenceType;
import org.entente.metadata.model.FieldType.UrlType;
import org.entente.metadata.model.Settings;
import org.entente.spi.Outcome;
import org.jspecify.annotations.Nullable;

/** Reads values as they come over the wire. */
public final class ValueReader {

    private ValueReader() {}

    /**
     * The value in the class that the field's type names, or empty for none; a reference as a
     * {@link ReferenceInput}, several as a list of them. An empty text is none, and so is an empty
     * list of several. A refusal's place is relative to the value: empty, or {@code /amount} within
     * it.
     *
     * @param wire as a JSON parser gives it: {@link String}, {@link Boolean}, a {@link Number},
     *     {@link java.util.Map}, {@link java.util.List} or null; a parser that makes a {@link
     *     Double} of a long decimal has already lost digits
     */
    public static Outcome<Optional<Object>> read(
            @Nullable Object wire, Field field, Settings settings) {
        if (wire == null
                || (wire.equals("") && isText(field.type()))
                || (wire instanceof List<?> list && list.isEmpty() && isSeveral(field.type()))) {
            return Outcome.done(Optional.empty());
        }
        return present(wire, field, settings).map(Optional::of);
    }

    /** Of these an empty text is no value. */
    private static boolean isText(FieldType type) {
        return type instanceof TextType
                || type instanceof LongTextType
                || type instanceof AutoNumberType
                || type instanceof EmailType
                || type instanceof PhoneType
                || type instanceof UrlType;
    }

    /** Of these an empty list is no value. */
    private static boolean isSeveral(FieldType type) {
        return type instanceof MultiChoiceType || type instanceof MultiReferenceType;
    }

    private static Outcome<? extends Object> present(Object wire, Field field, Settings settings) {
        return switch (field.type()) {
            case TextType(int max) -> Texts.line(wire, max);
            case LongTextType(boolean rich) -> Texts.lines(wire);
            case IntegerType() -> Numbers.integer(wire);
            case DecimalType(int precision, int scale) -> Numbers.decimal(wire, precision, scale);
            case PercentType() -> Numbers.decimal(wire, Numbers.MAX_DIGITS, Numbers.MAX_SCALE);
            case MoneyType(Optional<String> only) -> Amounts.money(wire, only);
            case BooleanType() ->
                    wire instanceof Boolean ? Outcome.done(wire) : Refusals.wrongType("boolean");
            case DateType() -> Instants.date(wire);
            case DateTimeType() -> Instants.dateTime(wire);
            case DurationType() -> Durations.read(wire);
            case ChoiceType(var options) -> Texts.option(wire, options.keySet());
            case MultiChoiceType(var options) -> Texts.options(wire, options.keySet());
            case AutoNumberType type -> Texts.line(wire, 60);
            case EmailType() -> Contacts.email(wire);
            case PhoneType() -> Contacts.phone(wire, settings.country());
            case UrlType() -> Contacts.url(wire);
            case AddressType() -> Addresses.read(wire);
            case JsonType() -> Trees.read(wire);
            case GeoType() -> Globe.read(wire);
            case FieldType.Attached attached -> Attachments.read(wire);
            case ReferenceType type -> References.toEntity(wire, type.to());
            case MultiReferenceType type -> References.several(wire, type.to());
            case TraitReferenceType type -> References.toTrait(wire);
            case FieldType.Computed computed -> Refusals.wrongType("nothing");
        };
    }
}
