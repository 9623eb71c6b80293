package org.entente.metadata.model;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a field holds. The Java class of a value in memory stands beside each kind; a missing value
 * is null everywhere.
 */
public sealed interface FieldType {

    /** The word of the definitions, such as {@code date_time}. */
    String keyword();

    /** {@link String}, NFC, at most {@code max} code points, one line. */
    record TextType(int max) implements FieldType {
        @Override
        public String keyword() {
            return "text";
        }
    }

    /** {@link String}, NFC, many lines. */
    record LongTextType(boolean rich) implements FieldType {
        @Override
        public String keyword() {
            return "long_text";
        }
    }

    /** {@link Long} within ±(2⁵³−1). */
    record IntegerType() implements FieldType {
        @Override
        public String keyword() {
            return "integer";
        }
    }

    /**
     * {@link java.math.BigDecimal} of at most {@code precision} digits, {@code scale} of them
     * decimals.
     */
    record DecimalType(int precision, int scale) implements FieldType {
        @Override
        public String keyword() {
            return "decimal";
        }
    }

    /** {@link org.entente.spi.Money}; with a currency given, only that one is taken. */
    record MoneyType(Optional<String> currency) implements FieldType {
        @Override
        public String keyword() {
            return "money";
        }
    }

    /** {@link java.math.BigDecimal}, a fraction: 0.125 is 12.5 %. */
    record PercentType() implements FieldType {
        @Override
        public String keyword() {
            return "percent";
        }
    }

    /** {@link Boolean}. */
    record BooleanType() implements FieldType {
        @Override
        public String keyword() {
            return "boolean";
        }
    }

    /** {@link java.time.LocalDate}, years 1 to 9999. */
    record DateType() implements FieldType {
        @Override
        public String keyword() {
            return "date";
        }
    }

    /** {@link java.time.Instant} to the microsecond, years 1 to 9999. */
    record DateTimeType() implements FieldType {
        @Override
        public String keyword() {
            return "date_time";
        }
    }

    /** {@link java.time.Duration} to the microsecond; a day has 24 hours. */
    record DurationType() implements FieldType {
        @Override
        public String keyword() {
            return "duration";
        }
    }

    /** A type whose values are options, by name, which stand in declared order. */
    sealed interface OfOptions extends FieldType {
        Map<String, Option> options();
    }

    /** {@link String}: the name of one of the options. */
    record ChoiceType(Map<String, Option> options) implements OfOptions {
        public ChoiceType {
            options = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(options));
        }

        @Override
        public String keyword() {
            return "choice";
        }
    }

    /** {@link java.util.List} of names of options, each once, in declared order; never empty. */
    record MultiChoiceType(Map<String, Option> options) implements OfOptions {
        public MultiChoiceType {
            options = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(options));
        }

        @Override
        public String keyword() {
            return "multi_choice";
        }
    }

    /**
     * One option of a choice.
     *
     * @param key stable for ever; what is stored
     * @param retired whether it is no longer given to records; those that have it keep it
     */
    record Option(
            String key,
            String name,
            Optional<Text> label,
            Optional<String> color,
            boolean retired) {}

    /**
     * {@link String}, given by the platform when a record is made, and never changed: the numbers
     * of one field rise, and some may be missing.
     */
    record AutoNumberType(NumberPattern pattern) implements FieldType {
        @Override
        public String keyword() {
            return "auto_number";
        }
    }

    /** {@link String}, lower-cased domain. */
    record EmailType() implements FieldType {
        @Override
        public String keyword() {
            return "email";
        }
    }

    /** {@link String} in E.164. */
    record PhoneType() implements FieldType {
        @Override
        public String keyword() {
            return "phone";
        }
    }

    /** {@link String}, an absolute http or https address. */
    record UrlType() implements FieldType {
        @Override
        public String keyword() {
            return "url";
        }
    }

    /** {@link org.entente.spi.Address}. */
    record AddressType() implements FieldType {
        @Override
        public String keyword() {
            return "address";
        }
    }

    /** {@link org.entente.spi.Json}, within bounds of size and depth. */
    record JsonType() implements FieldType {
        @Override
        public String keyword() {
            return "json";
        }
    }

    /** {@link org.entente.spi.GeoPoint} of at most seven decimals, about a centimetre. */
    record GeoType() implements FieldType {
        @Override
        public String keyword() {
            return "geo";
        }
    }

    /**
     * {@link org.entente.spi.StoredFile}: the record holds a description, the bytes are elsewhere.
     */
    sealed interface Attached extends FieldType {

        /** So many bytes at most where nothing else is said. */
        int USUAL_SIZE = 10 << 20;

        /** More bytes than any field takes. */
        int LARGEST_SIZE = 100 << 20;

        /** So many bytes at most. */
        int maxSize();

        /** Media types that are taken, such as {@code application/pdf} or {@code image/*}. */
        List<String> accept();
    }

    /** Any file, or one of some media types; all of them when none is named. */
    record FileType(int maxSize, List<String> accept) implements Attached {
        public FileType {
            accept = List.copyOf(accept);
        }

        @Override
        public String keyword() {
            return "file";
        }
    }

    /** An image that every browser shows and none runs. */
    record ImageType(int maxSize, List<String> accept) implements Attached {

        /** All that a field of this type may take. */
        public static final List<String> KINDS =
                List.of("image/png", "image/jpeg", "image/gif", "image/webp");

        public ImageType {
            accept = List.copyOf(accept);
        }

        @Override
        public String keyword() {
            return "image";
        }
    }

    /** A type whose values lead to records, each of which may be deleted some day. */
    sealed interface Pointing extends FieldType {

        /** The name of the list on the other side. */
        Optional<String> related();

        OnDelete onDelete();

        /** Whether it may lead to records of an entity. */
        boolean pointsAt(Entity entity);
    }

    /** {@link org.entente.spi.Reference} to a record of one entity. */
    record ReferenceType(String to, Optional<String> related, OnDelete onDelete)
            implements Pointing {
        @Override
        public boolean pointsAt(Entity entity) {
            return entity.name().equals(to);
        }

        @Override
        public String keyword() {
            return "reference";
        }
    }

    /**
     * {@link java.util.List} of {@link org.entente.spi.Reference} to records of one entity, each
     * once, in the order given; never empty. Deleting one of them never deletes what points at it.
     */
    record MultiReferenceType(String to, Optional<String> related, OnDelete onDelete)
            implements Pointing {

        /** So many records one value may lead to. */
        public static final int MOST = 500;

        @Override
        public boolean pointsAt(Entity entity) {
            return entity.name().equals(to);
        }

        @Override
        public String keyword() {
            return "multi_reference";
        }
    }

    /** {@link org.entente.spi.Reference} to a record of any entity that carries a trait. */
    record TraitReferenceType(String trait, Optional<String> related, OnDelete onDelete)
            implements Pointing {
        @Override
        public boolean pointsAt(Entity entity) {
            return entity.traits().contains(trait);
        }

        @Override
        public String keyword() {
            return "reference";
        }
    }

    /** What is worked out whenever it is read, and never kept. */
    sealed interface Computed extends FieldType permits FormulaType, RollUpType {

        /** The type of the result. */
        FieldType as();

        /** Every field that is kept and that the result comes from. */
        List<Origin> origins();

        /** The same, once its result and where it comes from are known. */
        Computed settled(FieldType result, List<Origin> from);
    }

    /** A field that something computed comes from. */
    record Origin(String entity, String field) {}

    /** The value of an expression over the record. */
    record FormulaType(FieldType as, String formula, List<Origin> origins) implements Computed {
        public FormulaType {
            origins = List.copyOf(origins);
        }

        @Override
        public Computed settled(FieldType result, List<Origin> from) {
            return new FormulaType(result, formula, from);
        }

        @Override
        public String keyword() {
            return "formula";
        }
    }

    /**
     * What the records of a related list come to.
     *
     * @param over the name of the list
     * @param of an expression over one of its records; only a count goes without
     * @param when counts only records of which it is true
     */
    record RollUpType(
            FieldType as,
            String over,
            Figure fn,
            Optional<String> of,
            Optional<String> when,
            List<Origin> origins)
            implements Computed {
        public RollUpType {
            origins = List.copyOf(origins);
        }

        @Override
        public Computed settled(FieldType result, List<Origin> from) {
            return new RollUpType(result, over, fn, of, when, from);
        }

        @Override
        public String keyword() {
            return "roll_up";
        }
    }

    /** How records become one value. */
    enum Figure {
        COUNT,
        SUM,
        MIN,
        MAX,
        AVG
    }

    /** What deleting the target of a reference does. */
    enum OnDelete {
        /** The target cannot be deleted while something points at it. */
        RESTRICT,
        /** The reference becomes empty; of several, this one goes. */
        CLEAR,
        /** What points at it is deleted with it. */
        CASCADE
    }
}
