# docker build -t tasklane .                 the product: no sandbox code inside
# docker build -t tasklane-demo --target demo .   product and sandbox in one, to look around

FROM mcr.microsoft.com/dotnet/sdk:10.0 AS source
WORKDIR /source
COPY global.json Directory.Build.props Directory.Packages.props BannedSymbols.txt .editorconfig ./
COPY build/ build/
COPY src/Application/Application.csproj src/Application/packages.lock.json src/Application/
COPY src/Infrastructure/Infrastructure.csproj src/Infrastructure/packages.lock.json src/Infrastructure/
COPY src/Web/Web.csproj src/Web/packages.lock.json src/Web/
COPY sandbox/Sandbox/Sandbox.csproj sandbox/Sandbox/packages.lock.json sandbox/Sandbox/
RUN dotnet restore src/Web/Web.csproj
COPY src/ src/

FROM source AS publish-demo
COPY sandbox/ sandbox/
RUN dotnet publish src/Web/Web.csproj -c Release -o /app

FROM source AS publish
# The sandbox's project file is only here for the shared restore above; its code never was.
RUN dotnet publish src/Web/Web.csproj -c Release -p:IncludeSandbox=false -o /app

FROM mcr.microsoft.com/dotnet/aspnet:10.0 AS runtime
WORKDIR /app
ENV ASPNETCORE_HTTP_PORTS=8080 Data__Folder=/data DOTNET_EnableDiagnostics=0
RUN mkdir /data && chown "$APP_UID" /data
VOLUME /data
EXPOSE 8080
USER $APP_UID
# The image has no curl: bash asks by itself.
HEALTHCHECK --interval=15s --timeout=5s --start-period=60s --retries=3 \
  CMD ["bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/8080 && printf 'GET /health/ready HTTP/1.1\\r\\nHost: localhost\\r\\nConnection: close\\r\\n\\r\\n' >&3 && head -n 1 <&3 | grep -q ' 200 '"]
ENTRYPOINT ["dotnet", "Dashboard.Web.dll"]

FROM runtime AS demo
# Browser and server must reach the sandbox at the same address, so publish both ports on this machine: -p 8080:8080 -p 5090:5090.
ENV ASPNETCORE_ENVIRONMENT=Development Sandbox__Url=http://0.0.0.0:5090 Oidc__Authority=http://localhost:5090/idp \
    HubSpot__ApiBase=http://localhost:5090 HubSpot__AuthorizeBase=http://localhost:5090
EXPOSE 5090
COPY --from=publish-demo /app .

FROM runtime AS product
COPY --from=publish /app .
