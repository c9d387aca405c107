using Dashboard.Infrastructure.HubSpot;

namespace Dashboard.Web.Shell.Addresses;

/// <summary>Where HubSpot's own screens are. A configured consent page other than HubSpot's own (the sandbox) stands for them too.</summary>
public static class HubSpotScreens
{
    private static readonly string Own = new HubSpotOptions().AuthorizeBase;

    /// <param name="address">On the portal's own domain.</param>
    public static string? Of(HubSpotOptions options, string? address) => address is null || options.AuthorizeBase == Own
        ? address
        : options.AuthorizeBase.TrimEnd('/') + new Uri(address).PathAndQuery;
}
