# Finds a JDK 25 or newer and exports JAVA_HOME; says in one line what to install where there is none. Plain sh.
is_jdk25() { [ -x "$1/bin/javac" ] && grep -Eqs '^JAVA_VERSION="(2[5-9]|[3-9][0-9])' "$1/release"; }
if ! is_jdk25 "${JAVA_HOME:-/none}"; then
  set +f
  for candidate in "${JAVA25_HOME:-/none}" /usr/lib/jvm/*25* /usr/lib/jvm/* /opt/*jdk*25* \
    /Library/Java/JavaVirtualMachines/*25*/Contents/Home; do
    if is_jdk25 "$candidate"; then JAVA_HOME=$candidate && export JAVA_HOME && break; fi
  done
  if ! is_jdk25 "${JAVA_HOME:-/none}"; then
    echo "Samlad needs a JDK 25 or newer and found none: install one (Debian: temurin-25-jdk or openjdk-25-jdk) or set JAVA_HOME to it." >&2
    exit 1
  fi
fi
