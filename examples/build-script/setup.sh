#!/bin/sh
# Sets up Node.js 18 on the machine that becomes the image.
set -eu

apt-get update
apt-get install --yes ca-certificates nodejs npm
node --version
