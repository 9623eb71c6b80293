package org.entente.metadata.definition;

import static org.entente.metadata.definition.Sources.field;
import static org.entente.metadata.definition.Sources.model;
import static org.entente.metadata.definition.Sources.tenant;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.entente.metadata.expression.Expected;
import org.entente.metadata.expression.ExpressionCompiler;
import org.entente.metadata.expression.Scope;
import org.entente.metadata.expression.Visibility;
import org.entente.metadata.model.Field.Requirement;
import org.entente.metadata.model.FieldType.Attached;
import org.entente.metadata.model.FieldType.FileType;
import org.entente.metadata.model.FieldType.ImageType;
import org.entente.metadata.model.Model;
import org.entente.spi.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Fields whose values are files. */
class AttachedFieldsTest {

    private static Model house(String field) {
        return model(tenant("entity: house\nfields: {a: {" + field + "}}\n"));
    }

    @Test
    void takesTenMegabytesOfAnythingWhereNothingIsSaid() {
        assertEquals(
                new FileType(Attached.USUAL_SIZE, List.of()),
                field(house("type: file"), "house", "a").type());
        assertEquals(
                new ImageType(Attached.USUAL_SIZE, ImageType.KINDS),
                field(house("type: image"), "house", "a").type());
    }

    @Test
    void takesWhatIsSaid() {
        assertEquals(
                new FileType(5, List.of("application/pdf", "image/*")),
                field(
                                house(
                                        "type: file, max_size: 5, accept: [application/pdf, image/*]"),
                                "house",
                                "a")
                        .type());
        assertEquals(
                new ImageType(104857600, List.of("image/png")),
                field(house("type: image, max_size: 104857600, accept: [image/png]"), "house", "a")
                        .type());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "type: file, max_size: 0 | out_of_range",
                "type: file, max_size: 104857601 | out_of_range",
                "type: file, accept: [pdf] | invalid_value",
                "type: file, accept: ['*/*'] | invalid_value",
                "type: file, accept: [Application/PDF] | invalid_value",
                "type: image, accept: [image/svg+xml] | invalid_value",
                "type: image, accept: ['image/*'] | invalid_value",
                "type: file, unique: true | invalid_value",
                "type: file, filterable: true | invalid_value",
                "type: image, searchable: true | invalid_value",
                "type: file, required: true | invalid_value",
                "type: file, default: '\"x\"' | invalid_value",
                "type: file, sensitivity: secret | invalid_value",
            })
    void refusesWhatMakesNoSense(String field, String code) {
        assertEquals(
                List.of(code),
                Sources.compile(tenant("entity: house\nfields: {a: {" + field + "}}\n"))
                        .problems()
                        .stream()
                        .map(problem -> problem.code().text())
                        .toList());
    }

    @Test
    void mayBeRequiredOnceTheRecordIsThere() {
        var model =
                model(
                        tenant(
                                """
                                entity: house
                                fields:
                                  sold: {type: boolean}
                                  deed: {type: file, required: sold == true}
                                """));
        assertEquals(
                new Requirement.When("sold == true"), field(model, "house", "deed").required());
    }

    @Test
    void isDescribedWithItsLimits() {
        var model = house("type: file, max_size: 5, accept: [text/plain]");
        var described =
                ModelDescription.describe(model, Sources.entity(model, "house"), entity -> true);
        var fields = (Map<?, ?>) described.get("fields");
        var told = fields == null ? "" : String.valueOf(fields.get("a"));
        assertTrue(told.contains("type=file") && told.contains("max_size=5"), told);
        assertTrue(told.contains("accept=[text/plain]"), told);
    }

    private static Outcome<?> compiled(String text) {
        var model = house("type: image");
        var entity = Sources.entity(model, "house");
        return ExpressionCompiler.compile(
                Scope.of(model, entity, Visibility.EVERYTHING), text, Expected.condition());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a == null",
                "a != null && a.size > 1000",
                "a.name.endsWith(\".png\")",
                "a.type == \"image/png\"",
                "size(a.sha256) == 64",
            })
    void hasPartsThatExpressionsKnow(String text) {
        assertEquals(Outcome.Done.class, compiled(text).getClass());
    }

    @ParameterizedTest
    @ValueSource(strings = {"a == a", "a == \"x\"", "a.id != null", "a.content == null", "a > 1"})
    void isNothingElse(String text) {
        assertEquals(Outcome.Refused.class, compiled(text).getClass());
    }
}
