@NullMarked
package org.entente.engine.job;

import org.jspecify.annotations.NullMarked;
