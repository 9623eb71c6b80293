package org.entente.metadata.expression;

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

/** The type of an expression, and the Java class of its values in memory. */
public sealed interface ValueType {

    /** The types that have no parameter. */
    enum Simple implements ValueType {
        /** {@link Boolean}. */
        BOOLEAN,
        /** {@link java.math.BigDecimal} without decimals; fields and literals within 64 bits. */
        INTEGER,
        /** {@link java.math.BigDecimal}. */
        DECIMAL,
        /** {@link String}. */
        TEXT,
        /** {@link java.time.LocalDate}. */
        DATE,
        /** {@link java.time.Instant} to the microsecond. */
        DATE_TIME,
        /** {@link java.time.Duration} to the microsecond. */
        DURATION,
        /** Of the literal null alone. */
        NULL,
        /** {@link org.entente.spi.Money}; only its parts take part in operations. */
        MONEY,
        /** {@link org.entente.spi.Address}; only its parts take part in operations. */
        ADDRESS,
        /** {@link org.entente.spi.GeoPoint}; only its parts take part in operations. */
        GEO,
        /** {@link org.entente.spi.StoredFile}; only its parts take part in operations. */
        FILE,
        /** {@link org.entente.spi.Json}; whether there is one is all that can be asked. */
        JSON
    }

    /** {@link String}: the name of an option. */
    record Choice(ChoiceType type) implements ValueType {}

    /** {@link org.entente.spi.Reference} to one entity. */
    record ToEntity(String entity) implements ValueType {}

    /** {@link org.entente.spi.Reference} to an entity that carries a trait. */
    record ToTrait(String trait) implements ValueType {}

    /**
     * {@link java.util.List} of the values of a field that holds several; no value is an empty
     * list, which only the literal null tells apart.
     */
    record Several(ValueType of) implements ValueType {}

    /** The type of a field's values in expressions. */
    static ValueType of(FieldType type) {
        return switch (type) {
            case TextType _, LongTextType _, EmailType _, PhoneType _, UrlType _ -> Simple.TEXT;
            case AutoNumberType _ -> Simple.TEXT;
            case IntegerType _ -> Simple.INTEGER;
            case DecimalType _, PercentType _ -> Simple.DECIMAL;
            case MoneyType _ -> Simple.MONEY;
            case BooleanType _ -> Simple.BOOLEAN;
            case DateType _ -> Simple.DATE;
            case DateTimeType _ -> Simple.DATE_TIME;
            case DurationType _ -> Simple.DURATION;
            case ChoiceType choice -> new Choice(choice);
            case MultiChoiceType(var options) -> new Several(new Choice(new ChoiceType(options)));
            case AddressType _ -> Simple.ADDRESS;
            case JsonType _ -> Simple.JSON;
            case GeoType _ -> Simple.GEO;
            case FieldType.Attached _ -> Simple.FILE;
            case ReferenceType reference -> new ToEntity(reference.to());
            case MultiReferenceType references -> new Several(new ToEntity(references.to()));
            case TraitReferenceType reference -> new ToTrait(reference.trait());
            case FieldType.Computed computed -> of(computed.as());
        };
    }
}
