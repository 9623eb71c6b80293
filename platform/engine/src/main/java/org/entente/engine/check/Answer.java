package org.entente.engine.check;

import java.util.List;
import java.util.Optional;
import org.entente.engine.record.Form;
import org.entente.spi.Reference;

/** What came of what a check does. */
sealed interface Answer {

    /** The record that it was about, as it is now; empty when it is gone. */
    record OfRecord(Optional<Reference> record) implements Answer {}

    /** The ids of the records of a list. */
    record OfList(List<String> ids) implements Answer {}

    /** What a form shows and requires. */
    record OfForm(Form form) implements Answer {}
}
