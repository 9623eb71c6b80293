package org.entente.store.shape;

import static org.jooq.impl.SQLDataType.BIGINT;
import static org.jooq.impl.SQLDataType.BOOLEAN;
import static org.jooq.impl.SQLDataType.CLOB;
import static org.jooq.impl.SQLDataType.LOCALDATE;
import static org.jooq.impl.SQLDataType.NUMERIC;
import static org.jooq.impl.SQLDataType.TIMESTAMPWITHTIMEZONE;
import static org.jooq.impl.SQLDataType.UUID;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.entente.metadata.expression.TypedExpression.Part;
import org.entente.metadata.model.Entity;
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
import org.entente.metadata.model.Model;

/**
 * How a field is kept. A field whose type moves to another storage gets a new column; one that
 * stays within its storage keeps its own.
 */
public enum Storage {
    TEXT("f_", Piece.whole("text", CLOB)),
    INTEGER("f_", Piece.whole("bigint", BIGINT)),
    NUMBER("f_", Piece.whole("numeric", NUMERIC)),
    MONEY(
            "f_",
            Piece.part("", Part.AMOUNT, "numeric", NUMERIC),
            Piece.part("_currency", Part.CURRENCY, "text", CLOB)),
    BOOLEAN_VALUE("f_", Piece.whole("boolean", BOOLEAN)),
    DATE("f_", Piece.whole("date", LOCALDATE)),
    INSTANT("f_", Piece.whole("timestamptz", TIMESTAMPWITHTIMEZONE)),
    DURATION("f_", Piece.cast("interval")),
    /** Holds the option's key. */
    CHOICE("f_", Piece.whole("text", CLOB)),
    /** Holds the options' keys. */
    OPTIONS("f_", Piece.cast("text[]")),
    JSON("f_", Piece.cast("jsonb")),
    GEO(
            "f_",
            Piece.part("_lat", Part.LAT, "numeric", NUMERIC),
            Piece.part("_lon", Part.LON, "numeric", NUMERIC)),
    /** Holds the id of the bytes and what is said of them. */
    FILE(
            "f_",
            Piece.part("", Part.CONTENT, "uuid", UUID),
            Piece.part("_name", Part.NAME, "text", CLOB),
            Piece.part("_type", Part.TYPE, "text", CLOB),
            Piece.part("_size", Part.SIZE, "bigint", BIGINT),
            Piece.part("_sha256", Part.SHA256, "text", CLOB)),
    ADDRESS(
            "f_",
            Piece.part("_street", Part.STREET, "text", CLOB),
            Piece.part("_line2", Part.LINE2, "text", CLOB),
            Piece.part("_postal_code", Part.POSTAL_CODE, "text", CLOB),
            Piece.part("_city", Part.CITY, "text", CLOB),
            Piece.part("_region", Part.REGION, "text", CLOB),
            Piece.part("_country", Part.COUNTRY, "text", CLOB)),
    REFERENCE("r_", Piece.whole("uuid", UUID)),
    /** Holds the ids of records of one entity. */
    REFERENCES("r_", Piece.cast("uuid[]")),
    /** The second column holds the key of the target's entity. */
    TRAIT_REFERENCE("r_", Piece.whole("uuid", UUID), Piece.entity());

    private final String prefix;

    @SuppressWarnings("ImmutableEnumChecker") // made by List.of
    private final List<Piece> pieces;

    Storage(String prefix, Piece... pieces) {
        this.prefix = prefix;
        this.pieces = List.of(pieces);
    }

    public static Storage of(FieldType type) {
        return switch (type) {
            case TextType _, LongTextType _, EmailType _, PhoneType _, UrlType _ -> TEXT;
            case AutoNumberType _ -> TEXT;
            case IntegerType _ -> INTEGER;
            case DecimalType _, PercentType _ -> NUMBER;
            case MoneyType _ -> MONEY;
            case BooleanType _ -> BOOLEAN_VALUE;
            case DateType _ -> DATE;
            case DateTimeType _ -> INSTANT;
            case DurationType _ -> DURATION;
            case ChoiceType _ -> CHOICE;
            case MultiChoiceType _ -> OPTIONS;
            case JsonType _ -> JSON;
            case GeoType _ -> GEO;
            case FieldType.Attached _ -> FILE;
            case AddressType _ -> ADDRESS;
            case ReferenceType _ -> REFERENCE;
            case MultiReferenceType _ -> REFERENCES;
            case TraitReferenceType _ -> TRAIT_REFERENCE;
            case FieldType.Computed _ ->
                    throw new IllegalArgumentException("what is computed is not kept");
        };
    }

    /** The columns that hold one field, in order. */
    public List<Piece> pieces() {
        return pieces;
    }

    /** What a generated name of such a field begins with. */
    String prefix() {
        return prefix;
    }

    /** What tells columns of one field apart; a reference to another entity is another column. */
    static String kind(Model model, FieldType type) {
        var storage = of(type).name().toLowerCase(Locale.ROOT);
        return switch (type) {
            case ReferenceType reference -> storage + ":" + key(model, reference.to());
            case MultiReferenceType references -> storage + ":" + key(model, references.to());
            default -> storage;
        };
    }

    private static String key(Model model, String entity) {
        return model.entity(entity).map(Entity::key).orElse("");
    }

    static Optional<Entity> target(Model model, ReferenceType reference) {
        return model.entity(reference.to());
    }
}
