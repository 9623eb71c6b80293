package org.entente.bench;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The tenant, the hand-made tables and what is in them: the same on both sides. */
final class Ground implements AutoCloseable {
    private static final int SAMPLE = 2_000;
    private static final int FRAGMENTS = 20;

    private final Settings settings;
    private final Api api;
    private final BenchTenant tenant;
    private final Loader loader;
    private final FieldSide fields;
    private final FieldSide referenceFields;

    Ground(Settings settings) {
        this.settings = settings;
        this.api = new Api(settings.house());
        this.tenant = new BenchTenant(api);
        this.loader = new Loader(settings);
        this.fields = new FieldSide(settings.house(), tenant::addField);
        this.referenceFields =
                new FieldSide(settings.house(), name -> api.reference("field?name=" + name, "{}"));
    }

    /** Makes what is not there, and takes back what an earlier run has left. */
    void prepare() throws SQLException {
        tenant.prepare();
        tenant.firstRecords(new Values(tenant.owners()));
        loader.learn(tenant.model());
        if (!loader.filled()) {
            loader.fill(tenant.model(), tenant.owners());
        }
        takeBack();
    }

    List<Shape> shapes() throws SQLException {
        var ids =
                loader.column(
                        "select id::text from bench_seed.account order by n %% 97, n limit %d"
                                .formatted(SAMPLE));
        var fragments = new ArrayList<String>();
        fragments.addAll(
                loader.column(
                        "select right(name, 5) from bench_seed.account where n > 1000 order by n %% 89, n limit %d"
                                .formatted(FRAGMENTS)));
        fragments.addAll(
                loader.column(
                        "select w from bench_seed.w2 order by n limit %d".formatted(FRAGMENTS)));
        var requests = new Requests(ids, fragments, new Values(tenant.owners()));
        return new Shapes(
                        settings.house(), api, requests, new Shapes.Fields(fields, referenceFields))
                .all();
    }

    /** Every shape meets the rows of the seed and no others. */
    void takeBack() throws SQLException {
        loader.takeBack();
        if (!fields.added().isEmpty()) {
            tenant.removeFields(fields.added());
            loader.dropReferenceFields(referenceFields.added());
            fields.forget();
            referenceFields.forget();
        }
    }

    @Override
    public void close() throws SQLException {
        loader.close();
    }
}
