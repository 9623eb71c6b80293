package org.entente.store.catalog;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.entente.engine.model.Pack;
import org.entente.engine.model.PackStore;
import org.entente.metadata.definition.Layer;
import org.entente.metadata.definition.LayerCodec;
import org.entente.spi.EntenteException;
import org.entente.spi.Outcome;
import org.entente.spi.Problem;
import org.entente.spi.ProblemCode;
import org.entente.store.Databases;
import org.entente.store.Failures;

/**
 * Packs in the catalog. They are read on a connection of their own, for a model may be asked for in
 * the middle of a tenant's transaction, whose role sees nothing of the catalog.
 */
public final class PostgresPackStore implements PackStore {

    private final Databases databases;

    public PostgresPackStore(Databases databases) {
        this.databases = databases;
    }

    @Override
    public void keep(Pack pack, Instant at) {
        var sql =
                """
                insert into entente.pack (name, digest, version, layer, seen_at)
                values (?, ?, ?, ?, ?) on conflict do nothing
                """;
        on(connection -> {
            try (var statement = connection.prepareStatement(sql)) {
                statement.setString(1, pack.name());
                statement.setString(2, pack.digest());
                statement.setString(3, pack.version());
                statement.setString(4, LayerCodec.encode(pack.layer()));
                statement.setObject(5, at.atOffset(ZoneOffset.UTC));
                return statement.executeUpdate();
            }
        });
    }

    @Override
    public List<Stamp> stamps() {
        var sql = "select name, version, digest, seen_at from entente.pack order by name, digest";
        return on(connection -> {
            var stamps = new ArrayList<Stamp>();
            try (var statement = connection.prepareStatement(sql);
                    var rows = statement.executeQuery()) {
                while (rows.next()) {
                    var seen = rows.getObject(4, OffsetDateTime.class).toInstant();
                    stamps.add(
                            new Stamp(
                                    rows.getString(1), rows.getString(2), rows.getString(3), seen));
                }
            }
            return stamps;
        });
    }

    @Override
    public Optional<Layer> layer(String name, String digest) {
        var sql = "select layer from entente.pack where name = ? and digest = ?";
        return on(connection -> {
            try (var statement = connection.prepareStatement(sql)) {
                statement.setString(1, name);
                statement.setString(2, digest);
                try (var rows = statement.executeQuery()) {
                    return rows.next() ? Optional.of(decoded(rows.getString(1))) : Optional.empty();
                }
            }
        });
    }

    /** What was kept once stays readable for every later release. */
    private static Layer decoded(String text) {
        return switch (LayerCodec.decode(text)) {
            case Outcome.Done<Layer>(var layer) -> layer;
            case Outcome.Refused<Layer>(var problems) ->
                    throw new EntenteException(
                            Problem.of(
                                    ProblemCode.INTERNAL,
                                    "pack",
                                    java.util.Map.of("problems", problems.toString())));
        };
    }

    private interface Reading<T> {
        T on(Connection connection) throws SQLException;
    }

    private <T> T on(Reading<T> reading) {
        try (var connection = databases.read().getConnection()) {
            return reading.on(connection);
        } catch (SQLException e) {
            throw Failures.translate(e);
        }
    }
}
