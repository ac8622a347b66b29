# starts machines and makes images
gcloud projects add-iam-policy-binding "$PROJECT_ID" --member=serviceAccount:packer@loopbin-images.iam.gserviceaccount.com --role=roles/compute.instanceAdmin.v1
# starts machines that run as this account
gcloud iam service-accounts add-iam-policy-binding packer-machine@loopbin-images.iam.gserviceaccount.com --member=serviceAccount:packer@loopbin-images.iam.gserviceaccount.com --role=roles/iam.serviceAccountUser
# uses the shared network
gcloud projects add-iam-policy-binding loopbin-network --member=serviceAccount:packer@loopbin-images.iam.gserviceaccount.com --role=roles/compute.networkUser
