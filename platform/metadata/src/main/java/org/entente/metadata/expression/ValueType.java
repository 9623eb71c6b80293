package org.entente.metadata.expression;

import org.entente.metadata.model.FieldType.ChoiceType;

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
        ADDRESS
    }

    /** {@link String}: the name of an option. */
    record Choice(ChoiceType type) implements ValueType {}

    /** {@link org.entente.spi.Reference} to one entity. */
    record ToEntity(String entity) implements ValueType {}

    /** {@link org.entente.spi.Reference} to an entity that carries a trait. */
    record ToTrait(String trait) implements ValueType {}
}
