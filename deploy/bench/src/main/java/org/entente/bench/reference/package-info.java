@NullMarked
package org.entente.bench.reference;

import org.jspecify.annotations.NullMarked;
