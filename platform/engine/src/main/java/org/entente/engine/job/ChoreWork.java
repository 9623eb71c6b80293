package org.entente.engine.job;

import org.entente.engine.job.Chore.Course;
import org.entente.spi.Caller;
import org.entente.spi.Outcome;

/** A run of a chore, step by step. */
final class ChoreWork implements Work {

    private final Course course;
    private final Notes notes;
    private boolean over;

    ChoreWork(Course course, Notes notes) {
        this.course = course;
        this.notes = notes;
    }

    @Override
    public Outcome<Step> next(Caller caller, Progress before) {
        if (over) {
            return Outcome.done(new Step.Over());
        }
        return course.next(caller)
                .map(reached -> {
                    over = reached.over();
                    var after = before.reached(reached.done(), reached.total());
                    notes.write(before, after);
                    return new Step.On(after);
                });
    }

    @Override
    public void close() {
        // nothing stays open between two steps
    }
}
