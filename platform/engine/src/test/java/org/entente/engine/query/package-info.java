@NullMarked
package org.entente.engine.query;

import org.jspecify.annotations.NullMarked;
