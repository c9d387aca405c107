using Microsoft.Extensions.Options;

namespace Dashboard.Web.SignIn.Oidc;

/// <summary>The client for calls to the provider. Not from the factory, whose logging handlers write addresses and headers down.</summary>
internal sealed class OidcBackchannel : IPostConfigureOptions<OidcOptions>
{
    public void PostConfigure(string? name, OidcOptions options) =>
        options.Backchannel ??= new HttpClient(options.BackchannelHttpHandler ?? Backchannel.NewHandler())
        {

            // The client's own limit ends with the headers and knows no clock but the machine's; Backchannel sets one on the whole answer.
            Timeout = Timeout.InfiniteTimeSpan,
            DefaultRequestHeaders = { { "User-Agent", "Tasklane" } },
        };
}
