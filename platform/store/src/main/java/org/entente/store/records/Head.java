package org.entente.store.records;

import java.sql.SQLException;

/** What is published: the model, and the shape of the tables. */
record Head(long modelVersion, long shapeVersion) {

    static Head read(Trip.Answers answers) throws SQLException {
        try (var rows = answers.rows()) {
            rows.next();
            return new Head(rows.getLong(1), rows.getLong(2));
        }
    }

    boolean fits(Ground ground) {
        return modelVersion == ground.model().version() && shapeVersion == ground.shape().version();
    }
}
