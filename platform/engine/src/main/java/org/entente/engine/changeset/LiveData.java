package org.entente.engine.changeset;

import java.util.List;
import org.entente.engine.record.Conversion;
import org.entente.metadata.definition.DataTouch;
import org.entente.metadata.model.Model;
import org.entente.spi.Tenant;

/** Port: counts what a change of the model meets in data that is there. */
public interface LiveData {

    /** Counts as long as people wait, and says when it had to stop. */
    Count count(Tenant tenant, Model before, DataTouch touch);

    /** How many values a conversion would leave without one. */
    Count unfit(Tenant tenant, Model before, Conversion conversion);

    /**
     * A number of values or records.
     *
     * @param exact else there are at least so many
     * @param samples some of them, as people read them
     */
    record Count(long number, boolean exact, List<Sample> samples) {
        public Count {
            samples = List.copyOf(samples);
        }
    }

    /**
     * One of them.
     *
     * @param record its id; empty when there are several
     */
    record Sample(String record, String value) {}
}
