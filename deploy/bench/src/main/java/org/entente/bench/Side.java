package org.entente.bench;

import java.time.Duration;

/** One of the two that are held against each other, doing one kind of work. */
interface Side {

    /** Works over so many connections for so long. */
    Sample run(int connections, Duration time);
}
