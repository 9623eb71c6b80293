package org.entente.engine.job;

import java.util.Locale;
import org.entente.spi.Problem;

/** Port: what a problem is in words, for the files that people read. */
public interface Wording {
    String of(Problem problem, Locale language);
}
