package org.entente.engine.record;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.entente.engine.expression.Row;
import org.entente.metadata.expression.TypedExpression.Path;
import org.entente.metadata.expression.TypedExpression.Self;
import org.entente.metadata.expression.TypedExpression.Summary;
import org.entente.metadata.model.Entity;
import org.entente.spi.Reference;
import org.jspecify.annotations.Nullable;

/** The values of one record as an expression sees them; what lies behind a reference is null. */
record ValuesRow(Entity entity, UUID id, Map<String, @Nullable Object> values) implements Row {

    @Override
    public @Nullable Object value(Path path) {
        return path.through().isEmpty() ? values.get(path.field().name()) : null;
    }

    @Override
    public List<Row> items(Summary summary) {
        return List.of();
    }

    @Override
    public @Nullable Object self(Self self) {
        return self.through().isEmpty() ? new Reference(id, entity.name()) : null;
    }
}
