using Microsoft.Extensions.Options;

namespace Dashboard.Web.SignIn.Oidc;

/// <summary>The client for calls to the provider. Not from the factory, whose logging handlers write addresses and headers down.</summary>
internal sealed class OidcBackchannel : IPostConfigureOptions<OidcOptions>
{
    public void PostConfigure(string? name, OidcOptions options) =>
        options.Backchannel ??= new HttpClient(options.BackchannelHttpHandler ?? Backchannel.NewHandler())
        {
            Timeout = options.BackchannelTimeout,
            DefaultRequestHeaders = { { "User-Agent", "Tasklane" } },
        };
}
